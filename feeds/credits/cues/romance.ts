/** How credits are written in French and Italian. */

import type { Cues } from './cue.ts'

export const FRENCH: Cues = {
  lead: {
    author: `texte:, auteur:, auteurs:, auteure:, autrice:, rédigé, écrit, propos recueillis, propos recueillis:, reportage:, reportage, article:, rédaction:, de notre correspondant, de notre correspondante, de notre envoyé spécial,
      de notre envoyée spéciale, de nos envoyés spéciaux, reporté:, une enquête de, un reportage:, un article:, un entretien:, un récit:, une analyse:, une enquête:, une interview:, un portrait:, un texte:, une chronique:, récit:, entretien:, publié:, vidéo:, signé:`,
    wire: `source:, sources:, source, sources, d'après, dépêche:, agence:, agences:, d’après`,
    contributed: `avec la contribution de, avec la participation de, avec la collaboration de, avec des informations de, avec les informations de, avec l'aide de, avec notre partenaire, avec le concours de,
      contribution:, contributions:, reportage additionnel:, recherche:, avec des éléments de, avec des informations d', avec des éléments d', avec nos correspondants, avec une dépêche de, avec une dépêche d', `,
    photo: `crédits photo., crédit photo., crédits photos., photo, photos, photographie, photographies, photographe, photographes, crédit photo, crédits photo, crédit photos, crédits photos, crédit, crédits, image, images, crédit image, crédits image, photo d'archives, photo d'illustration, image d'illustration,
      ph., ph:, cliché, illustration photo, capture d'écran, photomontage, photo prétexte, visuel:, crédit visuel, légende photo, © photo, photo ©, photo credit, crédits:`,
    illustration:
      'illustration, illustrations, infographie, infographies, dessin, dessins, carte:, graphisme:, montage:, dessinateur:, graphique:, caricature:',
    translation: `traduction:, traduit:, article traduit:, texte traduit:, article traduit de l'anglais:, texte traduit de l'anglais:, traduction et adaptation:, traduit et adapté:, traduit de l'anglais, traduit de l'anglais:, traduit du russe, traduit de l'allemand, traduit de l'espagnol, adaptation:, traduit de l'ukrainien, traduction de l'anglais:, traduit de l'arabe, traducteur:, traductrice:, version française, traduit de l'italien, cet article a été traduit:, ce texte a été traduit:, texte traduit:`,
    editing:
      'édité:, édition:, relecture:, relu:, secrétariat de rédaction:, révision:, édité, correction:, mise en forme:',
    copyright: 'tous droits réservés:, copyright, droits réservés:',
    publication: `cet article a été initialement publié par, cet article a été initialement publié dans, cet article a été initialement publié sur, initialement publié, publié initialement, cet article est republié à partir de, en partenariat avec,
      avec l'aimable autorisation de, article original publié, publié à l'origine, reproduit avec l'autorisation de, cet article est repris de`,
  },
  by: "par, de, d', du, via",
  from: "de la, du, des, de l', d'",
  contributed: {
    heavy: 'contribué, collaboré, participé',
    light:
      'a, ont, à, cet, ce, cette, article, reportage, au, aux, la, enquête, dépêche, rédaction, de, également, papier, texte, aussi',
  },
  republished: {
    heavy: 'publié, republié, paru, publiée, parue, repris',
    light: `version, originale, cet, cette, ce, article, texte, tribune, interview, entretien, reportage, a, été, est, d'abord, abord, d', initialement, originellement, à, l', origine, par, dans, sur, en, le, la, les, de, du, partir, site, originalement, l'origine, analyse, enquête, avec, autorisation, aimable, l, partenariat`,
  },
  with: 'avec',
  and: 'et, &',
  at: 'à, au, en, de, depuis',
  job: `rédaction, rédaction en ligne, rédaction numérique, correspondant, correspondante, correspondants, envoyé spécial, envoyée spéciale, envoyés spéciaux, journaliste, journalistes, reporter, agence, service, photographe, grand reporter, service sports, rédaction web, la rédaction, et agence, chef,
    desk, bureau, pigiste, rédacteur, rédactrice, service politique, service monde`,
  nobody: `photo de famille, photos de famille, archives, archive, dr, d.r., handout, illustration, d'illustration, capture d'écran, photo d'archives, stringer, collection, inconnu, non crédité, tous droits réservés, document remis, image, reproduction, d'archives, libre de droits, collection particulière, montage, prétexte, gracieuseté, courtoisie, archive personnelle, screenshot, rédaction, abonnés, photo`,
  date: `aujourd'hui, janvier, février, mars, avril, mai, juin, juillet, août, septembre, octobre, novembre, décembre, janv, févr, juil, sept, déc, lundi, mardi, mercredi, jeudi, vendredi, samedi, dimanche, publié, mis à jour, mise à jour, modifié, le, à, h, heures, il y a, minutes, publié le, publié à, lecture, temps de lecture, actualisé, maj, du`,
}

export const ITALIAN: Cues = {
  lead: {
    author: `testo:, autore:, autrice:, articolo:, a cura:, servizio:, testi:, scritto:, dal nostro inviato, dalla nostra inviata, dal nostro corrispondente, dalla nostra corrispondente, redazione:, a cura della redazione, intervista:, di redazione, un articolo:, un reportage:, un'analisi:`,
    wire: 'fonte:, fonti:, fonte, con fonte, agenzia:, fonte foto:',
    contributed: `con informazioni, con informazioni di, con informazioni da, con la collaborazione, con la collaborazione di, ha collaborato, hanno collaborato, ha collaborato:, hanno collaborato:, con il contributo, con il contributo di, con materiale, contributi:, `,
    photo: `foto, fotografia, fotografie, fotografo, fotografa, immagine, immagini, credit:, credits:, crediti foto, crediti:, ph., ph:, ph, fotocredit, foto di repertorio, foto d'archivio, fonte foto, fonte immagine, photo, foto credit, frame:, immagine di repertorio, © foto, foto archivio`,
    illustration:
      'illustrazione, illustrazioni, grafica, disegno, disegni, vignetta, infografica, mappa:, illustratore:',
    translation: `traduzione:, traduzione di, tradotto:, traduttore:, traduzione a cura:, traduzione dall'inglese:, traduzione dall'inglese di, traduzione dal francese:, tradotto dall'inglese:, traduzione e adattamento:, questo articolo è stato tradotto:, articolo tradotto:, testo tradotto:`,
    editing:
      'editing, in redazione, a cura e revisione:, revisione:, editing:, editing di, cura redazionale:, adattamento:',
    copyright:
      'copyright, © riproduzione riservata, riproduzione riservata ©, riproduzione riservata, © copyright, copyright ©',
    publication: `questo articolo è stato pubblicato originariamente su, questo articolo è stato originariamente pubblicato su, pubblicato originariamente su, pubblicato originariamente da, articolo originale:, in collaborazione con, tratto da, per gentile concessione di`,
  },
  by: "di, da, dal, dalla, dall', della, a cura di, via",
  from: "dell', del, dello, dalla, della, delle, d'",
  contributed: {
    heavy: 'contribuito, collaborato',
    light:
      'ha, hanno, a, al, alla, questo, questa, articolo, servizio, anche, alle, ricerche, reportage, inchiesta, con, realizzazione, di, stesura',
  },
  republished: {
    heavy: 'pubblicato, apparso, uscito, pubblicata',
    light:
      'questo, questa, articolo, testo, intervista, è, stato, stata, originariamente, inizialmente, in, origine, su, da, per, la, prima, volta, sul, sulla, dal, dalla, di, il, originale, reportage',
  },
  with: 'con',
  and: 'e, ed, &',
  at: 'a, da, in, dal, dalla',
  job: 'redazione, inviato, inviata, corrispondente, giornalista, agenzia, agenzia di stampa, redazione online, redazione web, redazione sportiva, dal nostro inviato, fotografo, caporedattore, di redazione, newsroom',
  nobody: `archivio, repertorio, riproduzione riservata, handout, tutti i diritti riservati, foto di repertorio, d'archivio, di repertorio, screenshot, web, redazione, internet, per gentile concessione, gentile concessione, pool, immagine di repertorio, social, frame, ufficio stampa, archivio personale, illustrativa, foto, riservata`,
  date: `gennaio, febbraio, marzo, aprile, maggio, giugno, luglio, agosto, settembre, ottobre, novembre, dicembre, gen, mag, giu, lug, ago, set, ott, dic, lunedì, martedì, mercoledì, giovedì, venerdì, sabato, domenica, ore, aggiornato, pubblicato, alle, il, del, ultimo aggiornamento, aggiornato il, pubblicato il, minuti, fa, lettura`,
}
