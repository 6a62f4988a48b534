/** How credits are written in the Slavic languages, in Hungarian, Albanian and Turkish: the west and south of them, in Latin letters. */

import type { Cues } from './cue.ts'

export const POLISH: Cues = {
  lead: {
    author:
      'autor:, autorka:, autorzy:, tekst:, opracowanie:, opracował, opracowała, opracowali, oprac.:, oprac:, oprac., opr., opr.:, relacja:, rozmawiał:, rozmawiała:, napisał:, red.:, redakcja:, reportaż:, wywiad:, dodał:, oprac',
    wire: 'źródło:, źródła:, źródło, za:, na podstawie:, na podstawie, agencja:, źródło informacji:, żródło:',
    contributed:
      'współpraca:, współpraca, z wykorzystaniem materiałów, z wykorzystaniem informacji, przy współpracy, z udziałem:, współautor:, korzystano z materiałów, z informacji',
    photo:
      'fot., fot, fot.:, fot:, foto, fotografia, zdjęcie, zdjęcia, zdj., autor zdjęcia, źródło zdjęcia, źródło zdjęcia głównego, źródło zdjęć, autor fotografii, fotograf, foto:, zdjęcie ilustracyjne, zdjęcie główne, foto ilustracyjne, zdjęcie archiwalne, screen, zrzut ekranu, grafika/foto:, zdj, ikonografia:, foto/',
    illustration:
      'ilustracja, ilustracje, rysunek, rys., grafika, grafika:, infografika, rysował:, mapa:, montaż:',
    translation:
      'tłumaczenie:, tłum., tłum.:, przełożył:, przełożyła:, tłumaczył:, tłumaczyła:, przekład:, przetłumaczył:, z angielskiego przełożył, z angielskiego przełożyła, tłumaczenie, artykuł przetłumaczył:, artykuł przetłumaczyła:, tekst przetłumaczyła:, tekst przetłumaczył:',
    editing:
      'redakcja i opracowanie:, edycja:, korekta:, redagował:, redagowała:, redaktor:, red. prowadzący:',
    publication:
      'artykuł ukazał się pierwotnie w, artykuł pierwotnie ukazał się w, tekst ukazał się w, przedruk z, artykuł opublikowany pierwotnie w, we współpracy z',
  },
  by: 'przez, od, za',
  contributed: {
    heavy: 'współpracował, współpracowała, współpracowali',
    light: 'przy, tym, artykule, tekście, nad, tekstem, artykułem',
  },
  republished: {
    heavy: 'opublikowany, opublikowano, ukazał, ukazała, opublikowana',
    light:
      'artykuł, tekst, ten, niniejszy, został, się, pierwotnie, po, raz, pierwszy, w, na, przez, rozmowa, wywiad, portalu, serwisie, łamach',
  },
  with: 'z, wraz z',
  and: 'i, oraz, &',
  at: 'z, w',
  job: 'redakcja, korespondent, korespondentka, reporter, agencja, dziennikarz, dziennikarka, fotograf, redaktor, red., oprac.',
  nobody:
    'archiwum, archiwum prywatne, materiały prasowe, mat. prasowe, mat. pras., zdjęcie ilustracyjne, ilustracyjne, domena publiczna, redakcja, arch., fot., wideo, x, handout, pool, archiwum własne, arch. prywatne, screen, materiał prasowy, materiały promocyjne, zdjęcie archiwalne, archiwalne, red',
  date: 'stycznia, lutego, marca, kwietnia, maja, czerwca, lipca, sierpnia, września, października, listopada, grudnia, poniedziałek, wtorek, środa, czwartek, piątek, sobota, niedziela, godz, godz., aktualizacja, publikacja, opublikowano, zaktualizowano, dzisiaj, dodano, data publikacji',
}

export const CZECH_SLOVAK: Cues = {
  lead: {
    author:
      'autor:, autoři:, autorka:, autori:, text:, napsal:, napsala:, připravil:, připravila:, pripravil:, pripravila:, redakce:, reportáž:, rozhovor:, napísal:, napísala:, autor článku:, spracoval:, spracovala:, zpracoval:, zpracovala:',
    wire: 'zpráva převzata z, správa prevzatá z, zdroj:, zdroje:, zdroj, s využitím:, agentura:, agentúra:, podle:, zdroj textu:',
    contributed:
      's využitím zpráv, s využitím informací, spolupráce:, spolupracoval:, s použitím, spolupráca:, s využitím, spolupracovali:, s přispěním, s prispením, na článku spolupracoval, na článku spolupracovali, na textu spolupracoval',
    photo:
      'foto, foto:, fotografie, fotografia, snímek, snímka, ilustrační foto, ilustračné foto, ilustrační snímek, autor foto, autor fotografie, zdroj foto, fotograf, zdroj fotografie, repro, archivní foto, archívne foto, ilustračná snímka, zdroj fotky, na snímke',
    illustration:
      'ilustrace, ilustrácia, infografika, kresba, karikatura, grafika:, mapa:, ilustrátor:',
    translation:
      'překlad:, přeložil:, přeložila:, preklad:, preložil:, preložila:, z angličtiny přeložil, z angličtiny přeložila, z angličtiny preložil, z angličtiny preložila, článek přeložil:, článek přeložila:, článok preložil:, článok preložila:, text přeložila:, text přeložil:',
    editing:
      'editor:, editace:, editoval:, editovala:, redigoval:, redigovala:, jazyková úprava:, korektura:, jazyková korektúra:',
    publication:
      'článek původně vyšel v, článek vyšel původně v, článek původně vyšel na, článok pôvodne vyšiel na, převzato z, prevzaté z, ve spolupráci s',
  },
  by: 'od, pro, pre, se souhlasem, se svolením, so súhlasom, s láskavým svolením, s laskavým svolením',
  contributed: {
    heavy:
      'přispěl, přispěla, přispěli, prispel, prispela, prispeli, spolupracoval, spolupracovali',
    light: 'k, tomuto, článku, na, textu, také, tiež, zprávě, správe',
  },
  republished: {
    heavy: 'vyšel, vyšla, vyšiel, publikován, publikovaný, zveřejněn, zverejnený',
    light:
      'článek, článok, text, tento, byl, bol, původně, pôvodne, poprvé, prvýkrát, na, v, rozhovor, deníku, serveru, webu',
  },
  with: 's, se, so',
  and: 'a, i, &, aj',
  at: 'z, v, ve, zo',
  job: 'redakce, redakcia, redaktor, redaktorka, reportér, reportérka, zpravodaj, zpravodajka, spravodajca, agentura, agentúra, tisková agentura, fotograf, editor',
  nobody:
    'archiv, archív, ilustrační foto, ilustrační, ilustračné foto, ilustračné, repro, se svolením, redakce, redakcia, autor, autora, archiv autora, pool, handout, soukromý archiv, osobní archiv, súkromný archív, red, screenshot',
  date: 'ledna, února, března, dubna, května, června, července, srpna, září, října, listopadu, prosince, januára, februára, marca, apríla, mája, júna, júla, augusta, septembra, októbra, novembra, decembra, pondělí, úterý, středa, čtvrtek, pátek, sobota, neděle, pondelok, utorok, streda, štvrtok, piatok, nedeľa, aktualizováno, aktualizované, vydáno, publikováno, hod, dnes',
}

export const SOUTH_SLAVIC: Cues = {
  lead: {
    author:
      'autor:, autorica:, autorka:, autori:, tekst:, piše:, pišu:, pripremio:, pripremila:, priredio:, priredila:, novinar:, novinarka:, izvještaj:, razgovarao:, piše, avtor:, avtorica:, napisal:, besedilo:, pripravil:, pripravila:, avtorji:, piše:',
    wire: 'izvor:, izvori:, vir:, viri:, izvor, vir, agencija:, agencije:, prenosi:',
    contributed:
      'u saradnji sa, u suradnji s, saradnja:, saradnik:, suradnja:, uz informacije, s informacijami',
    photo:
      'foto, fotografija, fotografije, foto:, fotograf, slika, slike, ilustracija foto, izvor fotografije, foto ilustracija, arhivska fotografija, foto arhiv, vir fotografije, naslovna fotografija, snimak ekrana, printscreen, ilustrativna fotografija, foto/, autor fotografije, izvor slike',
    illustration: 'ilustracija, ilustracije, karikatura, crtež, infografika:, grafika:, montaža:',
    translation:
      'prijevod:, prevod:, preveo:, prevela:, preveli:, prevedel:, prevedla:, s engleskog preveo, s engleskog prevela, sa engleskog preveo, sa engleskog prevela, iz angleščine prevedel, iz angleščine prevedla',
    editing: 'urednik:, urednica:, uredio:, uredila:, uredil:, lektura:, obrada:, lektorirala:',
    publication:
      'članak je izvorno objavljen na, tekst je prvobitno objavljen na, preuzeto sa, preuzeto s, preneto sa, članek je bil prvotno objavljen v, u partnerstvu sa, tekst je originalno objavljen na',
  },
  by: 'od, via',
  contributed: {
    heavy: 'doprinio, doprineo, doprinijeli, doprineli, prispeval, prispevali, sudjelovao',
    light: 'je, su, ovom, članku, tekstu, k, temu, izvještaju, članka, tudi, u, na',
  },
  republished: {
    heavy: 'objavljen, objavljeno, preuzet, objavljena',
    light:
      'ovaj, članak, članek, tekst, je, prvobitno, izvorno, prvotno, originalno, na, u, v, bil, portalu, intervju, prvi, put, prvič',
  },
  with: 's, sa, z, uz',
  and: 'i, in, &, te, ter',
  at: 'iz, u, v, na',
  job: 'redakcija, novinar, novinarka, dopisnik, dopisnica, reporter, agencija, agencije, novinska agencija, fotograf, urednik, uredništvo, portal, desk, dopisnik iz',
  nobody:
    'arhiv, arhiva, ilustracija, privatna arhiva, privatni arhiv, privatno, printscreen, screenshot, redakcija, youtube/screenshot, ustupljena fotografija, osebni arhiv, arhivska fotografija, posnetek zaslona, simbolična fotografija, pool, handout, ilustrativna fotografija',
  date: 'siječnja, veljače, ožujka, travnja, svibnja, lipnja, srpnja, kolovoza, rujna, listopada, studenoga, studenog, prosinca, januara, februara, marta, aprila, maja, juna, jula, avgusta, septembra, oktobra, novembra, decembra, januar, februar, mart, april, maj, jun, jul, avgust, septembar, oktobar, novembar, decembar, januarja, februarja, marca, junija, julija, ponedjeljak, utorak, srijeda, četvrtak, petak, subota, nedjelja, objavljeno, ažurirano, sati, zadnja izmjena, vrijeme, prije, ponedeljak, sreda, sobota, torek, osveženo',
}

export const HUNGARIAN: Cues = {
  lead: {
    author: 'szerző:, szerzők:, írta:, szöveg:, írták:, újságíró:, riport:, interjú:, készítette:',
    wire: 'forrás:, források:, forrás',
    contributed: 'közreműködött:, közreműködtek:, közreműködő:, munkatárs:',
    photo:
      'fotó, fotók, kép, képek, fénykép, fényképek, fotós, kép forrása, borítókép, nyitókép, képernyőkép, illusztráció fotó, képforrás, kiemelt kép, fotó forrása, címlapkép, indexkép, címlapi kép',
    illustration: 'illusztráció, grafika, rajz, infografika, karikatúra, grafikus:',
    translation:
      'fordította:, fordítás:, fordító:, ford.:, angolból fordította, angolból fordította:, a cikket fordította:, a szöveget fordította:',
    editing: 'szerkesztő:, szerkesztette:, szerk.:, lektorálta:, olvasószerkesztő:',
    publication: 'a cikk eredetileg megjelent, az eredeti cikk:',
  },
  by: '',
  with: '',
  and: 'és, &',
  at: '',
  job: 'szerkesztőség, tudósító, újságíró, munkatárs, hírügynökség, szerkesztő, riporter, tudósítója, fotóriporter, munkatársa',
  nobody:
    'archív, illusztráció, képernyőkép, képernyőfotó, archívum, szerkesztőség, facebook, pool, archív fotó, illusztratív kép, képünk illusztráció',
  date: 'január, február, március, április, május, június, július, augusztus, szeptember, október, november, december, hétfő, kedd, szerda, csütörtök, péntek, szombat, vasárnap, frissítve, frissítés, óra, perce, közzétéve',
}

export const TURKISH: Cues = {
  lead: {
    author:
      'yazan:, yazar:, haber:, hazırlayan:, muhabir, muhabir:, röportaj:, derleyen:, yazı:, haberi yazan:, haber/, kaynak haber:, yazı ve fotoğraf:, haber merkezi:',
    wire: 'kaynak:, kaynaklar:, kaynak, ajans:, ajanslar:, kaynak site:',
    contributed: 'katkıda bulunan:, katkıda bulunanlar:, katkılarıyla:, katkı:',
    photo:
      'fotoğraf, fotoğraflar, foto, fotoğraf kaynağı, görsel, görsel kaynağı, fotoğrafçı, görseller, arşiv fotoğrafı, fotoğraf altı, kare, kamera:, haber-kamera:, haber - kamera:, haber kamera:, fotoğraf:, görüntü:, foto muhabiri:, kapak fotoğrafı:, fotoğraf/, foto mənbəyi, şəkil mənbəyi, foto mənbəyi:, foto:',
    illustration: 'çizim, illüstrasyon, karikatür, grafik:, infografik:, çizer:, harita:',
    translation:
      'çeviri:, çeviren:, çevirmen:, tercüme:, türkçesi:, tercüme eden:, ingilizceden çeviren:',
    editing: 'editör:, editörler:, düzenleyen:, redaksiyon:, düzelti:',
    publication: 'bu yazı ilk olarak, bu haber ilk olarak',
  },
  tail: {
    photo:
      'tarafından servis edilmiştir, tarafından servis edildi, tarafından çekilmiştir, tarafından çekildi',
  },
  by: 'via',
  with: '',
  and: 've, &, ile',
  at: '',
  job: 'muhabiri, muhabir, haber merkezi, haber ajansı, ajansı, servisi, temsilcisi, dış haberler servisi, dış haberler, editörü, özel haber, haberler, web servisi, haber',
  nobody:
    'güncel, gündem, ekonomi, magazin, arşiv, arşiv fotoğrafı, ekran görüntüsü, arşivi, fotoğraf, sosyal medya, temsili, temsili fotoğraf, temsili görsel, haber merkezi, dış haberler, depo, özel, handout, kaynak, pool, sosyal medya, editör',
  date: 'ocak, şubat, mart, nisan, mayıs, haziran, temmuz, ağustos, eylül, ekim, kasım, aralık, pazartesi, salı, çarşamba, perşembe, cuma, cumartesi, pazar, saat, güncelleme, yayınlanma, güncellendi, son güncelleme, oluşturulma, oluşturma tarihi, giriş, giriş tarihi, tarihi, önce, dakika, yayın tarihi, yayınlanma tarihi, güncelleme tarihi, ekleme, güncel',
}

export const ALBANIAN: Cues = {
  lead: {
    author: 'autor:, autori:, shkruar:, shkruan:, nga redaksia',
    wire: 'burimi:, burim:, burimi',
    contributed: 'kontribuoi:, kontribuan:',
    photo: 'foto, fotografi, fotoja, burimi i fotos, foto ilustrim',
    illustration: 'ilustrim, karikaturë',
    translation: 'përktheu:, përkthim:, përkthyer:',
    editing: 'redaktoi:, redaktor:',
  },
  by: 'nga, prej',
  with: 'me',
  and: 'dhe, &',
  at: 'nga, në',
  job: 'redaksia, gazetar, gazetare, korrespondent, agjencia',
  nobody: 'arkiv, ilustrim, arkivi, redaksia, foto ilustrim',
  date: 'janar, shkurt, mars, prill, maj, qershor, korrik, gusht, shtator, tetor, nëntor, dhjetor',
}
