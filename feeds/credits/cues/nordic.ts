/** How credits are written in the Nordic and Baltic languages. */

import type { Cues } from './cue.ts'

export const SCANDINAVIAN: Cues = {
  lead: {
    author: `tekst:, text:, journalist:, skrevet:, skriven:, reporter:, rapport:, forfatter:, författare:, skribent:, artikel:, reportasje:, reportage:, redaktion:, publicerad:, tekst og foto:, text och foto:, text & foto:, tekst og bilder:, af vores korrespondent, blaðamaður:, texti:, höfundur:, skrifað:`,
    wire: 'kilde:, kilder:, källa:, källor:, kilde, heimild:, heimildir:, telegram:, nyhetsbyrå:, byrå:, heimild, kjelde:',
    contributed:
      'med bidrag fra, med bidrag af, med bidrag från, med hjelp fra, med hjälp av, bidragsytere:, medvirkende:, medarbejdere:, medarbeider:, med materiale fra, medverkade:, bidro:, bidrog:, research:',
    photo: `foto, fotos, fotograf, fotografi, foto/, billede, billeder, bild, bilder, bilde, bildekilde, bildkälla, fotokredit, arkivfoto, arkivbild, arkivbilde, genrebild, illustrasjonsfoto, illustrationsfoto, illustrationsbild, illustrasjonsbilde, skjermdump, skärmdump, skærmbillede, montage:, pressefoto, pressbild, pressfoto, ljósmynd, ljósmyndir, mynd, myndir, ljósmyndari, genrefoto, privatfoto, faksimile, © foto, ill.foto, ill. foto, ass, assi, skjáskot`,
    illustration:
      'illustration, illustrasjon, illustrasjoner, illustrationer, grafik, grafikk, tegning, tecknare:, grafikker:, teikning, collage:, karta:, kart:, kort:, grafík:',
    translation:
      'oversættelse:, oversat:, oversettelse:, oversatt:, översättning:, översatt:, þýðing:, þýtt:, oversætter:, oversetter:, översättare:, oversat fra engelsk, oversat fra engelsk:, oversatt fra engelsk, oversatt fra engelsk:, översättning från engelska:, þýðandi:, omsetjing:, nutserisoq:, artikkelen er oversatt:, saken er oversatt:, teksten er oversatt:, artiklen er oversat:, teksten er oversat:, artikeln är översatt:, texten är översatt:, fotnot: artikeln är översatt:, artikeln är översatt',
    editing:
      'redigering:, redigeret:, redigert:, redigerad:, redigerat:, redaktør:, redaktör:, ritstjórn:, bearbetning:, desk:, vaktsjef:',
    copyright: 'copyright, ©',
    publication:
      'artikkelen ble først publisert i, artikkelen ble først publisert på, artikeln publicerades först i, artikeln publicerades ursprungligen i, først publiseret i, først publisert i, ursprungligen publicerad i, denne artikel er først bragt i, i samarbejde med, i samarbeid med, i samarbete med, artiklen er oprindeligt bragt i, saken ble først publisert i, saken ble først publisert hos',
  },
  tail: {
    author: 'skrifar, skrifa',
  },
  by: 'af, av, fra, från, via, eftir, hos, gennem, frå',
  from: 'frå, frá',
  contributed: {
    heavy: 'bidro, bidrog, bidratt, bidraget, medvirket, medverkat, medverkade, medvirkede',
    light:
      'til, till, denne, denna, artikkel, artikel, artikkelen, artiklen, artikeln, saken, sak, har, også, även, med, denne, rapporten, i, reportasjen, reportaget, dækningen',
  },
  republished: {
    heavy: 'publisert, publicerad, publicerades, publiceret, bragt, trykt, bragtes, publicerats',
    light:
      'denne, denna, artikkelen, artikkel, artikel, artiklen, artikeln, saken, teksten, texten, er, ble, blev, är, har, først, först, oprindeligt, opprinnelig, ursprungligen, i, på, av, hos, af, den, tidligere, tidigare, blivit, kronikken, kronikk, intervjuet',
  },
  with: 'med, með',
  and: 'og, och, &, samt',
  at: 'i, fra, från, på, í, frá',
  job: `redaktion, redaktionen, redaksjonen, journalist, korrespondent, reporter, nyhedsbureau, nyhetsbyrå, nyhetsbyrån, fotograf, utenriks, innenriks, ritstjórn, blaðamaður, redaktör, redaktør, chefredaktör, sporten, politik, udlandsredaktør, avisen, nyhetsdesken, desken, sportsredaksjonen, praktikant, vikar, scanpix, utsänd, usa-korrespondent`,
  nobody: `vis mer, les mer, se mer, vis mere, læs mere, läs mer, visa mer, arkiv, privat, handout, pool, montage, skjermdump, skärmdump, skærmbillede, illustrasjonsfoto, genrebild, pressefoto, arkivfoto, arkivbild, arkivbilde, pressbild, faksimile, screenshot, redaktion, redaksjonen, ukjent, okänd, arrangør, presse, press, aðsend, aðsent, úr safni, safn, friland, genre, stillbild, illustration, leserfoto, tips, privat foto, pr, produsent, pr-foto, leverantör, stillbillede, ssk`,
  date: `januar, februar, mars, april, maj, mai, juni, juli, august, september, oktober, november, desember, december, januari, februari, augusti, des, okt, mandag, tirsdag, onsdag, torsdag, fredag, lørdag, søndag, måndag, tisdag, lördag, söndag, kl, kl., klokken, oppdatert, opdateret, uppdaterad, publisert, publiceret, publicerad, sist oppdatert, för, siden, sedan, den, janúar, febrúar, maí, júní, júlí, ágúst, október, nóvember, desember, klukkan, senast uppdaterad, lästid, minuter, læsetid`,
}

export const FINNIC: Cues = {
  lead: {
    author:
      'teksti:, toimittaja:, kirjoittaja:, kirjoittanut:, tekst:, autor:, toimetaja:, teksti ja kuvat:, juttu:, haastattelu:',
    wire: 'lähde:, lähteet:, lähde, allikas:, allikad:, allikas, uutistoimisto:',
    contributed:
      'mukana:, jutun tekoon osallistui, lisäraportointi:, avustajat:, kaasa aitasid:, kaasautor:',
    photo:
      'kuva, kuvat, valokuva, valokuvat, kuvaaja, valokuvaaja, kuvalähde, kuvituskuva, foto, fotod, pilt, arkistokuva, kuvakaappaus, fotograaf, illustreeriv foto, kuvankäsittely, kuva/',
    illustration: 'kuvitus, piirros, grafiikka, illustratsioon, joonis, graafika:',
    translation: 'suomennos:, kääntäjä:, suomentanut:, käännös:, tõlge:, tõlkija:, tõlkinud:',
    editing: 'editointi:, toimittanut:, toimetas:, toimetanud:, keeletoimetaja:',
  },
  by: '',
  with: '',
  and: 'ja, &, sekä',
  at: '',
  job: 'toimitus, toimittaja, kirjeenvaihtaja, uutistoimisto, toimetus, reporter, korrespondent, valokuvaaja, uudisteagentuur, toimetaja, fotograaf',
  nobody:
    'arkisto, arkistokuva, kuvituskuva, kuvakaappaus, handout, toimitus, arhiiv, erakogu, kuvaruutukaappaus, kotialbumi, yksityinen, toimetus, ekraanitõmmis, kuvamanipulaatio, lehtikuva/handout',
  date: 'tammikuuta, helmikuuta, maaliskuuta, huhtikuuta, toukokuuta, kesäkuuta, heinäkuuta, elokuuta, syyskuuta, lokakuuta, marraskuuta, joulukuuta, jaanuar, veebruar, märts, aprill, mai, juuni, juuli, august, september, oktoober, november, detsember, klo, muokattu, päivitetty, julkaistu, kell, uuendatud, lisatud',
}

export const BALTIC: Cues = {
  lead: {
    author:
      'autorius:, autorė:, tekstas:, parengė:, autors:, autore:, teksts:, sagatavoja:, parengta:, žurnalistas:, žurnalistė:, parengta pagal:, raksta:',
    wire: 'šaltinis:, šaltiniai:, avots:, avoti:, informacija:, šaltinis, avots, pagal, naujienų agentūra, naujienų agentūros, ziņu aģentūra, inf.',
    contributed:
      'remiantis, prisidėjo:, parengta bendradarbiaujant su, pagal informaciją:, izmantota informācija:',
    photo:
      'nuotr, nuotr., nuotrauka, nuotraukos, nuotr. autorius, nuotraukų autorius, foto, fotografas, fotografė, attēls, fotogrāfs, asociatyvi nuotrauka, asociatyvi nuotr., attēla avots, foto avots, ekrānuzņēmums, ilustratīvs foto, ilustratīvs attēls',
    illustration: 'iliustracija, ilustrācija, karikatūra, infografika:, grafika:',
    translation: 'vertė:, vertimas:, iš anglų kalbos vertė:, tulkojums:, tulkoja:, tulkotājs:',
    editing: 'redagavo:, redaktorius:, redaktorė:, redaktors:, redaktore:, redaguota:',
  },
  by: 'pagal',
  tail: {
    photo:
      'nuotr., nuotr, nuotrauka, nuotraukos, asociatyvi nuotr., archyvo nuotr., asociatyvi nuotrauka, iliustracija',
  },
  with: '',
  and: 'ir, un, &',
  at: 'iš, no',
  job: 'redakcija, korespondentas, korespondentė, žurnalistas, žurnalistė, agentūra, naujienų agentūra, korespondents, ziņu aģentūra, fotografas, redakcijos, žurnālists',
  nobody:
    'archyvas, asmeninis archyvas, asociatyvi, asociatyvi nuotr., asmeninio archyvo, archyvo, redakcija, arhīvs, personīgais arhīvs, publicitātes foto, no personīgā arhīva, stop kadras, ekrano kopija, ekrānuzņēmums, ilustratīvs attēls, iliustratyvi, publicitātes',
  date: 'sausio, vasario, kovo, balandžio, gegužės, birželio, liepos, rugpjūčio, rugsėjo, spalio, lapkričio, gruodžio, janvāris, februāris, marts, aprīlis, maijs, jūnijs, jūlijs, augusts, septembris, oktobris, novembris, decembris, atnaujinta, publikuota, paskelbta, val, plkst',
}
