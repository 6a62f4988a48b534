/** How credits are written in German and Dutch. */

import type { Cues } from './cue.ts'

// "Aus dem Englischen von", "Aus dem Englischen übersetzt von"
const LANGUAGES =
  'amerikanischen, arabischen, armenischen, belarussischen, bosnischen, bulgarischen, chinesischen, dänischen, englischen, estnischen, farsi, finnischen, französischen, georgischen, griechischen, hebräischen, isländischen, italienischen, japanischen, katalanischen, koreanischen, kroatischen, kurdischen, lettischen, litauischen, mazedonischen, niederländischen, norwegischen, persischen, polnischen, portugiesischen, rumänischen, russischen, schwedischen, serbischen, slowakischen, slowenischen, spanischen, tschechischen, türkischen, ukrainischen, ungarischen, vietnamesischen'.split(
    ', ',
  )

const FROM_LANGUAGES = LANGUAGES.flatMap((each) => [
  `aus dem ${each}`,
  `übersetzt aus dem ${each}`,
  `aus dem ${each} übersetzt:`,
  `aus dem ${each} übertragen:`,
]).join(', ')

const FROM_LANGUAGE_TAILS = LANGUAGES.flatMap((each) =>
  ['übersetzt', 'übertragen', 'adaptiert'].map((verb) => `aus dem ${each} ${verb}`),
).join(', ')

export const GERMAN: Cues = {
  lead: {
    author: `moderation:, text:, bericht:, autor:, autorin:, autoren:, artikel:, ein bericht, ein beitrag, eine analyse, ein kommentar,
      verfasst:, geschrieben, ein gastbeitrag, ein interview, interview:, aufgezeichnet:, protokoll:, reportage:, aus dem, von unserem korrespondenten,
      von unserer korrespondentin, von unserem mitarbeiter, verantwortlich:, veröffentlicht, eine reportage, video:, ein artikel, dieser artikel wurde von, dieser text wurde von, dieser beitrag wurde von, der artikel wurde von`,
    wire: `direkt aus dem, diese meldung wurde automatisch von der, dieser text wurde automatisch von der, dieser artikel wurde automatisch von der, dieser artikel wurde automatisiert von der, diese meldung ist teil einer automatisierten berichterstattung der, quelle:, quellen:, verwendete quellen:, verwendete quelle:, weitere quellen:, nach angaben der agentur, agentur:, agenturen:, quelle, mit quelle:`,
    contributed: `mit material, mit informationen, mit agenturmaterial, unter verwendung von material, unter verwendung von,
      mit inhalten, unter mitarbeit von, unter mitarbeit:, mitarbeit:, recherche:, mit beiträgen, mit meldungen,
      zusätzliche recherche:, mitarbeit, mit unterstützung, dieser artikel enthält material, mit einem beitrag, weitere informationen:, mit hilfe`,
    photo: `foto, fotos, bild, bilder, bildquelle, bildquellen, bildnachweis, bildrechte, bildcredit, fotoquelle, fotocredit, fotograf, fotografin,
      symbolbild, symbolfoto, archivbild, archivfoto, abb., abb:, abbildung:, aufnahme:, titelbild, titelfoto, beispielbild, fotocollage, fotomontage, teaserbild,
      aufmacherbild, themenbild, videostill, screenshot, © foto, ©foto, © bild, copyright bild, bildautor, beitragsbild, coverbild, vorschaubild, quelle foto,
      bildmaterial, fotografie:, fotocredits, credit:, bild-copyright, bilduntertitel, bild/quelle, pressefoto`,
    illustration: `illustration, illustrationen, grafik, grafiken, infografik, karikatur, zeichnung, zeichnungen, montage:, karte:, collage:, animation:, visualisierung:`,
    translation: `adaption:, übersetzung:, übersetzt:, übersetzer:, übersetzerin:, deutsche übersetzung:, übersetzung und adaptierung:, übersetzung und adaption:, übersetzung & adaptierung:,
      adaptierung:, übersetzt ins (en):, übersetzt ins deutsche:, übersetzt ins, übersetzt ins (de):, übersetzt aus dem, ins deutsche übersetzt:, ins deutsche übertragen:, übertragen:, ${FROM_LANGUAGES}, dieser artikel wurde übersetzt:, dieser text wurde übersetzt:`,
    editing: `redaktion:, bearbeitung:, bearbeitet:, lektorat:, schlussredaktion:, redigiert:, redaktionell bearbeitet:, korrektorat:, redigatur:, redigierung:, faktencheck:`,
    copyright: `copyright, urheberrecht:, (c)`,
    publication: `dieser artikel erschien zuerst, dieser artikel erschien zuerst in, zuerst erschienen in, zuerst erschienen auf, zuerst erschienen bei, erstveröffentlicht in,
      dieser text erschien zuerst in, ursprünglich erschienen auf, ursprünglich erschienen in, mit freundlicher genehmigung von, mit freundlicher genehmigung der, übernommen von,
      dieser artikel wurde übernommen von, in kooperation mit`,
  },
  tail: { wire: 'übernommen', translation: FROM_LANGUAGE_TAILS },
  by: 'von, durch, via, vom',
  from: 'der, des, aus, dem, den, die',
  contributed: {
    heavy: 'beigetragen, mitgearbeitet, mitgewirkt, berichteten, berichtete, recherchiert',
    light: `hat, haben, zu, zur, zum, an, diesem, dieser, diesen, dem, artikel, bericht, beitrag, text, recherche, berichterstattung, geschichte, auch, außerdem, reportage, story, meldung, aus`,
  },
  material: {
    heavy: 'enthält, verwendet, verwendeten, genutzt, stammen, stammt',
    light: `dieser, dieses, diesem, diesen, artikel, text, beitrag, bericht, die, das, der, den, wurde, wurden, informationen, material, inhalte, teile, in, für, aus, auch, mit, von`,
  },
  republished: {
    heavy: 'erschien, erschienen, veröffentlicht, publiziert, erstveröffentlicht, übernommen',
    light: `eine, übersetzung, er, es, sie, dieser, dieses, diese, der, artikel, text, beitrag, bericht, interview, das, ist, wurde, war, zuerst, zunächst, ursprünglich, erstmals, original, im, bei, in, auf, von, am,
      der, den, dem, original, englischen, originaltext, kommentar, analyse, reportage, hier, und, mit, freundlicher, genehmigung, vorab, auch, gastbeitrag, meldung`,
  },
  with: 'mit',
  and: 'und, &, u., sowie',
  at: 'in, aus, im, bei, nahe',
  job: `redaktion, korrespondent, korrespondentin, korrespondenten, reporter, reporterin, mitarbeiter, mitarbeiterin, agentur, agenturen, nachrichtenagentur, bildagentur, fotograf,
    redakteur, redakteurin, autor, autorin, onlineredaktion, online-redaktion, online, newsdesk, sportredaktion, team, journalist, journalistin, wirtschaftsredaktion, lokalredaktion, chefredakteur,
    volontär, volontärin, faktencheck, verlag`,
  nobody: `telefon, tel., e-mail, kontakt, eigene recherche, eigene recherchen, eigenrecherche, archiv, archivbild, archivfoto, symbolbild, symbolfoto, privat, handout, fotolia.com, pool, dpa-grafik, montage, repro, montage:, sammlung, unbekannt, o.a., ohne angabe, redaktion, screenshot, alle rechte vorbehalten,
    quelle, pd, bild, foto, fotos, stock, bildfunk, illustration, themenbild, grafik, leserfoto, leserreporter, beispielbild, pressefoto, honorarfrei, lizenz, agenturfoto, bearbeitet, ausschnitt, gemeinfrei, symbol, symbolfoto/archiv,
    l., r., links, rechts, oben, unten, mitte, hintergrund, beigestellt, zvg, z.v.g., zur verfügung gestellt, hersteller, werk, promo, anzeige, collage, videostill, leserbild, vorlage, stockfoto, ki-generiert, keystone/archiv`,
  date: `januar, jänner, februar, märz, april, mai, juni, juli, august, september, oktober, november, dezember, jän, mär, okt, dez, montag, dienstag, mittwoch, donnerstag, freitag, samstag, sonnabend, sonntag,
    mo, di, mi, do, fr, sa, so, uhr, aktualisiert, veröffentlicht, stand, zuletzt aktualisiert, vor, stunden, minuten, tagen, um, am, vom, erstellt, datum, mez, mesz, publiziert, heute, gestern, lesezeit, min`,
}

export const DUTCH: Cues = {
  lead: {
    author:
      'tekst:, auteur:, geschreven:, verslag:, redactie:, bijdrage:, interview:, door onze redacteur, door onze correspondent, door onze verslaggever, van onze redactie, van onze correspondent, van onze correspondente, van onze verslaggever, van onze verslaggeefster, van onze redacteur, van onze medewerker, van een onzer verslaggevers',
    wire: 'bron:, bronnen:, bron, persbureau:',
    contributed: `met medewerking, met bijdragen, m.m.v., mmv, met dank aan, met informatie, met materiaal, aanvullende verslaggeving:, medewerking:, bijdragen:`,
    photo: `foto, foto's, beeld, beelden, fotograaf, fotografie:, archieffoto, archiefbeeld, fotobron, illustratiebeeld, omslagfoto, afbeelding, foto credit, beeldbron, bron foto, © foto, rechtenvrije foto`,
    illustration:
      'illustratie, illustraties, cartoon, graphic:, kaart:, infographic:, animatie:, tekening:',
    translation:
      'vertaling:, vertaald:, vertaald door, vertaler:, dit artikel is vertaald:, dit artikel werd vertaald:',
    editing: 'redactie en montage:, eindredactie:, bewerking:, bewerkt:, geredigeerd:',
    publication:
      'dit artikel verscheen eerder in, dit artikel verscheen eerder op, overgenomen van, oorspronkelijk gepubliceerd in, in samenwerking met',
  },
  by: 'door, van, bij, via',
  from: 'van de, van het, uit',
  contributed: {
    heavy: 'bijgedragen, meegewerkt, meewerkte, droeg, droegen, werkte, werkten',
    light:
      'aan, dit, deze, artikel, verhaal, bericht, bij, mee, heeft, hebben, ook, reportage, stuk, verslag, het',
  },
  republished: {
    heavy: 'verscheen, verschenen, gepubliceerd, overgenomen',
    light:
      'dit, deze, artikel, verhaal, stuk, bericht, werd, is, eerder, oorspronkelijk, eerst, in, op, bij, door, van, het, de, ook, interview, opiniestuk',
  },
  with: 'met',
  and: 'en, &',
  at: 'in, uit, te, vanuit',
  job: `redactie, redacteur, verslaggever, correspondent, correspondente, persbureau, nieuwsdienst, journalist, fotograaf, economieredactie, onlineredactie, sportredactie, buitenlandredactie, politiek verslaggever, webredactie`,
  nobody:
    'archief, eigen foto, rr, privé, handout, screenshot, beeld, stockfoto, eigen beeld, redactie, ter illustratie, archieffoto, gf, stock, alle rechten voorbehouden',
  date: `januari, februari, maart, april, mei, juni, juli, augustus, september, oktober, november, december, mrt, okt, maandag, dinsdag, woensdag, donderdag, vrijdag, zaterdag, zondag, ma, wo, vr, za, zo, uur, bijgewerkt, gepubliceerd, laatste update, om, geleden, leestijd`,
}
