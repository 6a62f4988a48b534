/** How credits are written in Spanish, Catalan, Portuguese and Romanian. */

import type { Cues } from './cue.ts'

export const SPANISH: Cues = {
  lead: {
    author: `texto:, textos:, un reportaje:, una crónica:, un artículo:, un análisis:, una entrevista:, autor:, autora:, redacción:, redacción de, reportaje:, informe:, escrito, crónica:, informa:, elaborado:, entrevista:, artículo:, corresponsal:, escribe:, escriben:, escribe, vídeo:, publicado:, nota:, periodista:, periodista digital:, reporta:, textos y fotos:`,
    wire: 'fuente:, fuentes:, fuente, agencia:, agencias:, fuentes, con fuente:, tomado de',
    contributed: `con información, con información de, con informaciones de, con datos, con datos de, con reportes, con reportes de, con reporte de, con material, con material de, información de, con aportes de, con la colaboración de, con la colaboración, 
      con ayuda de, con declaraciones a, colaboró:, colaboraron:, colaboración:, colaboraciones:, reporteo adicional:, reporte adicional:, información adicional:, con informes de, con nota de, con textos de, colaboró, colaboraron, con contenido de, amb informació de, contribuyó:, contribuyeron:, investigación:, en colaboración con, con aporte de`,
    photo: `foto, fotos, fotografía, fotografías, fotógrafo, fotógrafa, imagen, imágenes, crédito, créditos, crédito foto, crédito de foto, foto cortesía, foto de archivo, fotos de archivo, imagen de archivo, foto referencial, imagen referencial, fotografía de archivo, cortesía, cortesía de, foto ilustrativa, imagen ilustrativa, captura de pantalla, captura, fuente de la imagen, crédito de la imagen, fuente de imagen, © foto, archivo foto, fotos y vídeo:, imágenes y fotos:, fotocomposición, portada:, foto de portada:`,
    illustration:
      'ilustración, ilustraciones, infografía, infografías, dibujo, dibujos, caricatura, viñeta, gráfico:, gráficos:, mapa:, montaje:, diseño:, arte:, ilustrador:',
    translation: `traducción:, traducción de, traducido:, traducido por, traductor:, traductora:, traducción al español:, traducción al español de, traducido del inglés, traducción y adaptación:, traducción del inglés:, adaptación:, versión en español:, traducido al español, este artículo fue traducido:, este texto fue traducido:, artículo traducido:, este artículo ha sido traducido:`,
    editing:
      'edición:, editado:, editado por, editor:, editora:, edición de, corrección:, revisión:, edición y corrección:, edición en español:, editado en español',
    copyright: 'copyright, todos los derechos reservados:, derechos reservados:, © copyright',
    publication: `este artículo fue publicado originalmente en, este artículo fue publicado originalmente por, publicado originalmente en, publicado originalmente por, este artículo se publicó originalmente en, artículo publicado originalmente en, reproducido con permiso de, en alianza con, contenido proporcionado por, artículo original:`,
  },
  by: 'por, de, del, vía, cortesía de, en',
  from: 'de la, del, de los, de las',
  contributed: {
    heavy:
      'contribuyó, contribuyeron, colaboró, colaboraron, contribuido, colaborado, reportó, reportaron',
    light: `a, al, con, este, esta, en, para, artículo, reportaje, informe, nota, información, historia, también, han, ha, el, la, reporte, reportería, desde, investigación, cobertura, de, despacho, elaboración, la`,
  },
  republished: {
    heavy: 'publicado, publicó, apareció, publicada, republicado, publicamos',
    light: `versión, original, contenido, este, esta, artículo, texto, nota, reportaje, historia, contenido, entrevista, fue, es, ha, sido, se, originalmente, originariamente, primero, por, primera, vez, en, el, la, del, de, con, permiso, autorización, y, columna, investigación, análisis, inicialmente, trabajo`,
  },
  with: 'con',
  and: 'y, e, &',
  at: 'en, desde, de',
  job: `redacción, corresponsal, corresponsales, enviado especial, enviada especial, enviados especiales, periodista, reportero, reportera, agencia, agencias, servicio, fotógrafo, staff, redactor, redactora, editor, editora, colaborador, colaboradora, web, redacción digital, redacción deportes, redacción internacional, redacción web, agencia de noticias, equipo, especial para, internacional, deportes, unidad de datos, grupo`,
  nobody: `foto de familia, foto de grupo, archivo, cortesía, referencial, redes sociales, referencia, foto de archivo, captura de pantalla, captura, handout, internet, pool, fuente externa, todos los derechos reservados, difusión, redacción, prensa, especial, cedida, cedidas, imagen, foto, ilustrativa, screenshot, facebook, gentileza, archivo personal, composición, derechos reservados, fotografía, fin, stringer, suministrada, suministrado, particular, la redacción, web, tomada de internet, dominio público, efe/archivo, agencia`,
  date: `enero, febrero, marzo, abril, mayo, junio, julio, agosto, septiembre, setiembre, octubre, noviembre, diciembre, ene, abr, ago, dic, lunes, martes, miércoles, jueves, viernes, sábado, domingo, actualizado, publicado, hrs, h, horas, a las, el, hace, minutos, actualizada, actualizado el, publicado el, última actualización, cest, cet, lectura, min`,
}

export const CATALAN: Cues = {
  lead: {
    author: 'text:, autor:, autora:, redacció:',
    wire: 'font:, fonts:, font',
    contributed: "amb informació, amb informació de, amb informació d', amb la col·laboració de",
    photo: 'foto, fotos, imatge, fotografia, fotografies, imatges',
    illustration: 'il·lustració',
    translation: 'traducció:, traduït:',
    editing: 'edició:',
    publication: 'publicat originalment a',
  },
  by: "per, de, d'",
  with: 'amb',
  and: 'i, &',
  at: 'a, des de',
  job: 'redacció, corresponsal, enviat especial, enviada especial, agència, periodista',
  nobody: 'arxiu, cedida, imatge, cedides',
  date: 'gener, febrer, març, maig, juny, juliol, agost, setembre, octubre, novembre, desembre, actualitzat, dilluns, dimarts, dimecres, dijous, divendres, dissabte, diumenge',
}

export const PORTUGUESE: Cues = {
  lead: {
    author: `texto:, uma reportagem:, um artigo:, uma entrevista:, autor:, autora:, reportagem:, redação:, redacção:, escrito, reportagem de, matéria:, jornalista:, entrevista:, repórter:, texto e foto:, texto e fotos:, artigo:, edição e reportagem:, publicado:, vídeo:`,
    wire: 'fonte:, fontes:, fonte, agência:, via:, fontes',
    contributed: `colaboraram, colaborou, com informações, as informações são do jornal, as informações são do portal, as informações são do site, com informações do jornal, com informações do portal, com informações do site, as informações são da, as informações são do, com informações da, com informações do, com informações de, com informações das, com informações dos, com informação, colaborou:, colaboraram:, colaboração:, com reportagem de, com colaboração de, com a colaboração de, com material de, com dados, com dados da, com dados de, informações de, informações da, informações do, colaborou, colaboraram, reportagem adicional:, reportagem adicional de, reportagem adicional, com conteúdo, com conteúdo da, * com informações, (*) com informações, *com informações, participaram:, com contribuição de, com texto de, apoio:, produção:`,
    photo: `foto, fotos, fotografia, fotografias, fotógrafo, fotógrafa, imagem, imagens, crédito, créditos, crédito da foto, crédito foto, crédito da imagem, foto divulgação, foto ilustrativa, imagem ilustrativa, foto arquivo, foto de arquivo, fotos públicas, reprodução, divulgação, imagem de, reprodução:, legenda:, © foto, créditos da foto, foto reprodução, imagem reprodução, foto capa:, foto de capa:, foto da capa:`,
    illustration:
      'ilustração, ilustrações, infografia, infográfico, arte, arte:, arte/, charge, desenho:, gráfico:, montagem:, mapa:, cartoon:, design:, ilustrador:',
    translation:
      'tradução:, tradução de, traduzido:, tradutor:, tradutora:, tradução e adaptação:, traduzido do inglês, tradução do inglês:, traduzido por, adaptação:, versão:, este artigo foi traduzido:, este texto foi traduzido:, texto traduzido:',
    editing:
      'edição:, editado:, edição de, editora:, editor:, revisão:, editado por, edição final:, edição e revisão:, supervisão:, sob supervisão de',
    copyright: 'copyright, direitos reservados:, todos os direitos reservados:',
    publication: `publicado originalmente em, publicado originalmente por, publicado originalmente no, publicado originalmente na, este artigo foi publicado originalmente em, este texto foi publicado originalmente em, originalmente publicado, em parceria com, conteúdo publicado originalmente no, conteúdo publicado originalmente na, texto originalmente publicado, publicado primeiro em, apareceu primeiro em`,
  },
  by: 'por, de, da, do, das, dos, via, pela, pelo',
  from: 'da, do, das, dos',
  contributed: {
    heavy: 'contribuiu, contribuíram, colaborou, colaboraram, participou, participaram',
    light:
      'para, com, esta, este, nesta, neste, da, a, o, reportagem, matéria, texto, artigo, história, de, também, apuração, conteúdo',
  },
  republished: {
    heavy: 'publicado, publicada, apareceu, republicado',
    light:
      'este, esta, artigo, texto, matéria, reportagem, conteúdo, foi, é, originalmente, primeiro, em, no, na, por, pela, pelo, o, a, de, do, da, com, autorização, entrevista, post, inicialmente',
  },
  with: 'com',
  and: 'e, &',
  at: 'em, de, da, do, no, na',
  job: `colaboração para, colaboração para o, colaboração para a, especial para o, especial para a, redação, redacção, repórter, correspondente, enviado especial, enviada especial, jornalista, agência, estadão, da redação, editor, editora, estagiário, estagiária, fotógrafo, equipe, especial para, sucursal, agência de notícias, geral, internacional, economia, esportes, política, mundo, brasil`,
  nobody: `arquivo, divulgação, reprodução, fim, handout, arquivo pessoal, redes sociais, internet, acervo pessoal, acervo, todos os direitos reservados, ilustrativa, redação, da redação, imagem, foto, cedida, pool, screenshot, instagram/reprodução, fotos públicas, direitos reservados, crédito, ilustração, arte, montagem, cortesia, cortesía, domínio público, banco de imagens, reprodução/internet, video, geral, dr`,
  date: `janeiro, fevereiro, março, abril, maio, junho, julho, agosto, setembro, outubro, novembro, dezembro, fev, abr, mai, ago, set, out, dez, segunda-feira, terça-feira, quarta-feira, quinta-feira, sexta-feira, segunda, terça, quarta, quinta, sexta, sábado, domingo, atualizado, publicado, às, em, há, atualizado em, publicado em, atualização, h, horas, min, minutos, última atualização, as, de, leitura`,
}

export const ROMANIAN: Cues = {
  lead: {
    author: 'autor:, autori:, text:, redactor:, scris:, articol:, a consemnat:, de redacția',
    wire: 'sursa:, surse:, sursă:, sursa, surse, sursa știrii:',
    contributed:
      'cu informații, cu informații de la, cu contribuția, a contribuit:, au contribuit:, cu informații din, colaborare:',
    photo:
      'foto, fotografie, fotografii, imagine, sursa foto, foto credit, credit foto, sursă foto, foto arhivă, foto ilustrativ, captură, fotograf, imagini, foto:, profimedia images, foto cu rol ilustrativ, sursa imagine, foto deschidere:',
    illustration: 'ilustrație, grafică:, desen:, caricatură:, infografic:',
    translation:
      'traducere:, traducerea:, traducător:, tradus:, traducere din engleză:, traducere și adaptare:',
    editing: 'editare:, editor:, editat:, editor online:, corectură:, editare online:',
    copyright: 'toate drepturile rezervate:, copyright',
    publication:
      'articol publicat inițial, articolul a fost publicat inițial, preluare:, preluat de pe, articol preluat de pe',
  },
  by: 'de, de la, din, via',
  contributed: {
    heavy: 'contribuit, colaborat',
    light:
      'a, au, la, acest, articol, material, realizarea, acestui, articolului, acestei, știri, și',
  },
  republished: {
    heavy: 'publicat, apărut, preluat',
    light:
      'acest, articol, articolul, a, fost, inițial, pe, de, în, la, originar, din, prima, dată, textul, interviul',
  },
  with: 'cu',
  and: 'și, si, &',
  at: 'din, la, în, de la',
  job: 'redacția, redactor, corespondent, corespondentul, jurnalist, reporter, agenția, trimis special, redactia, fotograf, senior editor',
  nobody:
    'arhivă, arhiva, captură video, captură, ilustrativ, facebook, pool, redacția, arhiva personală, cu caracter ilustrativ, captură de ecran, imagine ilustrativă',
  date: 'ianuarie, februarie, martie, aprilie, mai, iunie, iulie, august, septembrie, octombrie, noiembrie, decembrie, ian, luni, marți, miercuri, joi, vineri, sâmbătă, duminică, ora, actualizat, publicat, acum, data publicării, data actualizării, ultima actualizare',
}
