/** Rows of the agency table: western, northern and southern Europe. The columns are told in ../table.ts. */

export const WESTERN_EUROPE = `
dpa | dpa | Deutsche Presse-Agentur | DE | news | www.dpa.com | - | Q312653 | de: dpa-infocom, dpa infocom, dpa-Bildfunk, dpa-tmn, dpa-Custom Content, dpa-Faktencheck, Deutsche Presseagentur, Deutsche Presse Agentur, Deutschen Presse-Agentur, dpa-Newskanal, dpa-Zentralbild, dpa-mag, dpa Themendienst, dpa-Themendienst, dpa Picture-Alliance GmbH, dpa Infografik, dpa-infografik; en: dpa international, German Press Agency, DPA; ar: الألمانية, د ب أ, د.ب.أ, د ب ا, وكالة الأنباء الألمانية; zh: 德新社; ja: DPA通信; ko: DPA통신; es: Agencia DPA; ru: ДПА; bg: ДПА; he: דפא, די-פי-איי, ד.פ.א
dpa-afx | dpa-AFX | dpa-AFX Wirtschaftsnachrichten | DE | news | www.dpa-afx.de | - | - | de: dpa-afx ProFeed, dpa AFX
afx | AFX | AFX News | DE | news | - | slot | - | -
sid | SID | Sport-Informations-Dienst | DE | news | www.sid.de | case | - | de: sid, Sportinformationsdienst, Sport-Informationsdienst, SID-IMAGES
epd | epd | Evangelischer Pressedienst | DE | news | www.epd.de | - | - | de: epd-Bild, epd-bild, EPD
kna | KNA | Katholische Nachrichten-Agentur | DE | news | www.kna.de | case | - | de: KNA-Bild, Katholische Nachrichtenagentur
ddp | ddp | Deutscher Depeschendienst | DE | news | - | - | - | de: ddp images, =dapd
dts | dts | dts Nachrichtenagentur | DE | news | www.dts-nachrichtenagentur.de | - | - | de: dts Nachrichtenagentur, Dts-Agentur, dts-Nachrichtenagentur
dj-de | Dow Jones Newswires | - | DE | news | - | slot | - | de: Dow Jones Deutschland
awp | awp | AWP Finanznachrichten | CH | news | www.awp.ch | - | - | fr: awp international; de: awp Finanznachrichten, AWP
sda | SDA | Schweizerische Depeschenagentur | CH | news | www.keystone-sda.ch | case | - | de: sda, Schweizerische Nachrichtenagentur; fr: =ATS, ats, Agence télégraphique suisse; it: ats
keystone-sda | Keystone-SDA | - | CH | news | www.keystone-sda.ch | - | - | de: Keystone SDA, KEYSTONE-SDA; fr: =Keystone-ATS, Keystone ATS, KEYSTONE-ATS
keystone | Keystone | Keystone | CH | picture | www.keystone-sda.ch | - | - | de: KEYSTONE
newsexpress | NXP | Newsexpress | CH | news | - | case | - | -
si | SI | Sportinformation | CH | news | - | slot | - | de: Sportinformation
kath-ch | kath.ch | Katholisches Medienzentrum | CH | news | www.kath.ch | - | - | de: Kipa; fr: cath.ch
apa | APA | Austria Presse Agentur | AT | news | apa.at | case | - | de: apa, Austria Presse-Agentur, APA-OTS, APA Picturedesk, APA-PictureDesk
kathpress | Kathpress | - | AT | news | www.kathpress.at | - | - | -
belga | Belga | Agence Belga | BE | news | www.belganewsagency.eu | - | - | nl: BELGA, Belga Image, Agentschap Belga, Belga News Agency; fr: agence Belga, Agence Belga, BELGAIMAGE, Belga photo; en: Belga News Agency
anp | ANP | Algemeen Nederlands Persbureau | NL | news | www.anp.nl | slot | - | nl: ANP Foto, Algemeen Nederlands Persbureau ANP, ANP-HH
novum | Novum | Novum Nieuws | NL | news | - | slot | - | nl: Novum Nieuws
tt | TT | Tidningarnas Telegrambyrå | SE | news | tt.se | slot | - | sv: TT Nyhetsbyrån, TT Nyhetsbyran; no: TT; fi: TT
siren | Nyhetsbyrån Siren | - | SE | news | www.siren.se | - | - | sv: Siren
ntb | NTB | Norsk Telegrambyrå | NO | news | www.ntb.no | case | - | no: Norsk Telegrambyra, Norsk telegrambyrå, NTB Kommunikasjon
ntb-scanpix | NTB Scanpix | - | NO | picture | - | - | - | no: NTB scanpix, NTB Scanpix
npk | NPK | Nynorsk Pressekontor | NO | news | www.npk.no | slot | - | no: Nynorsk pressekontor
ritzau | Ritzau | Ritzaus Bureau | DK | news | ritzau.com | - | - | da: ritzau, Ritzaus, Ritzau FINANS, Ritzau Finans, ritzau FOKUS
ritzau-scanpix | Ritzau Scanpix | - | DK | picture | www.ritzauscanpix.com | - | - | da: Scanpix Ritzau, Ritzau-Scanpix
newsoresund | News Øresund | - | DK | news | newsoresund.se | - | - | -
stt | STT | Suomen Tietotoimisto | FI | news | stt.fi | case | - | fi: STT Info, Finska Notisbyrån; sv: FNB
lehtikuva | Lehtikuva | - | FI | picture | www.lehtikuva.fi | - | - | fi: LEHTIKUVA, Lehtikuva Oy
startel | Startel | - | FI | news | - | slot | - | -
pa | PA | Press Association | GB | news | pa.media | slot | - | en: PA Media, PA Wire, PA News, PA Images, PA Archive, The Press Association, Press Association Images, PA News Agency, PA Graphics, PA Features Archive, PA Real Life
swns | SWNS | South West News Service | GB | news | swns.com | - | - | en: SWNS.com, South West News
news-agency-cover | Cover Media | - | GB | news | - | - | - | en: Cover Images, Covermg, Cover Media
bang | BANG Showbiz | - | GB | news | - | - | - | en: Bang Showbiz, BANG
wenn | WENN | World Entertainment News Network | GB | picture | - | - | - | -
ldrs | LDRS | Local Democracy Reporting Service | GB | wholesaler | - | case | - | en: Local Democracy Reporting Service, Local Democracy Reporter
bbc-monitoring | BBC Monitoring | - | GB | news | monitoring.bbc.co.uk | - | - | -
efe | EFE | Agencia EFE | ES | news | efe.com | - | - | es: Agencia Efe, Efe, EFECOM, EFE Verifica, EFEAGRO, EFEverde, Agencia de Noticias EFE, LaEFE; ca: Agència EFE; pt: Agência EFE, Agência Efe; en: EFE News, Efe-Epa; ar: إفي; zh: 埃菲社
europa-press | Europa Press | - | ES | news | www.europapress.es | - | - | es: EUROPA PRESS, EuropaPress, EP, Agencia Europa Press; ca: EUROPA PRESS
servimedia | Servimedia | - | ES | news | www.servimedia.es | - | - | es: SERVIMEDIA
colpisa | Colpisa | - | ES | news | www.colpisa.com | - | - | es: COLPISA
acn | ACN | Agència Catalana de Notícies | ES | news | www.acn.cat | case | - | ca: Agència Catalana de Notícies, Agencia Catalana de Noticias; es: Agencia Catalana de Noticias
vasco-press | Vasco Press | - | ES | news | - | - | - | -
otr-press | OTR Press | - | ES | news | - | - | - | es: OTR/PRESS, OTR
lusa | Lusa | Agência Lusa | PT | news | www.lusa.pt | - | - | pt: LUSA, Agência de Notícias de Portugal
ecclesia | Agência Ecclesia | - | PT | news | agencia.ecclesia.pt | - | - | pt: Ecclesia
ansa | ANSA | Agenzia Nazionale Stampa Associata | IT | news | www.ansa.it | - | - | it: Ansa, Agenzia ANSA, Ansa.it, ANSAmed; pt: ANSA Brasil; ar: أنسا
agi | AGI | Agenzia Giornalistica Italia | IT | news | www.agi.it | case | - | it: Agenzia Italia
adnkronos | Adnkronos | - | IT | news | www.adnkronos.com | - | - | it: ADNKRONOS, Adnkronos Salute, AdnKronos, Adn Kronos
askanews | askanews | - | IT | news | askanews.it | - | - | it: Askanews, aska, TMNews
lapresse | LaPresse | - | IT | news | www.lapresse.it | - | - | it: LAPRESSE
italpress | Italpress | - | IT | news | www.italpress.com | - | - | it: ITALPRESS
dire | DIRE | Agenzia DIRE | IT | news | www.dire.it | slot | - | it: Agenzia Dire, Dire.it
radiocor | Radiocor | Il Sole 24 Ore Radiocor | IT | news | - | - | - | it: Radiocor Plus, Il Sole 24 Ore Radiocor Plus
nova-it | Agenzia Nova | - | IT | news | www.agenzianova.com | slot | - | it: Nova
mf-dowjones | MF-Dow Jones | - | IT | news | - | - | - | it: MF-DJ, MF Dow Jones
fotogramma | Fotogramma | - | IT | picture | - | - | - | it: FOTOGRAMMA
vatican-news | Vatican News | - | VA | news | www.vaticannews.va | - | - | en: Vatican Media; it: Vatican Media; es: Vatican Media
agenzia-fides | Agenzia Fides | - | VA | news | www.fides.org | - | - | en: Fides; it: Fides
cna-catholic | Catholic News Agency | - | US | news | www.catholicnewsagency.com | - | - | es: ACI Prensa
zenit | ZENIT | - | VA | news | zenit.org | case | - | -
ana-mpa | ANA-MPA | Athens-Macedonian News Agency | GR | news | www.amna.gr | - | - | el: ΑΠΕ-ΜΠΕ, ΑΠΕ, Αθηναϊκό-Μακεδονικό Πρακτορείο Ειδήσεων, APE-MPE, ΑΠΕ - ΜΠΕ; en: ANA, AMNA, Athens News Agency
eurokinissi | Eurokinissi | - | GR | picture | www.eurokinissi.gr | - | - | el: EUROKINISSI, Eurokinissi
intime | INTIME | InTime News | GR | picture | - | - | - | el: INTIME NEWS, Intime, INTIMENEWS
cyprus-na | CNA (Cyprus) | Cyprus News Agency | CY | news | www.cna.org.cy | slot | - | el: ΚΥΠΕ, Κυπριακό Πρακτορείο Ειδήσεων; en: Cyprus News Agency
maltanews | MNA Malta | Malta News Agency | MT | news | - | slot | - | -
euronews-wire | Euractiv | Euractiv Network | BE | wholesaler | www.euractiv.com | slot | - | -
aleteia | I.MEDIA | - | FR | news | - | - | - | fr: I.Media
relaxnews | Relaxnews | ETX Daily Up | FR | news | - | - | - | fr: =AFP-Relaxnews, =ETX Daily Up, =ETX Studio, RelaxNews, AFP Relaxnews; en: AFP-Relaxnews
aef | AEF | AEF info | FR | news | www.aefinfo.fr | slot | - | -
newstank | News Tank | - | FR | news | - | - | - | -
`
