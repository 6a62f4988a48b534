/** Rows of the agency table: central and eastern Europe, the Baltics, Russia, the Caucasus and central Asia. */

export const EASTERN_EUROPE = `
pap | PAP | Polska Agencja Prasowa | PL | news | www.pap.pl | case | - | pl: Polska Agencja Prasowa SA, PAP Biznes, PAP Media Room, Nauka w Polsce
kai | KAI | Katolicka Agencja Informacyjna | PL | news | www.ekai.pl | slot | - | -
iar | IAR | Informacyjna Agencja Radiowa | PL | news | - | slot | - | -
agencja-wyborcza | Agencja Wyborcza.pl | - | PL | picture | - | - | - | pl: =Agencja Gazeta, Agencja Wyborcza
newseria | Newseria | - | PL | news | newseria.pl | - | - | pl: Newseria Biznes
east-news | East News | - | PL | picture | www.eastnews.pl | - | - | pl: EAST NEWS, EastNews
ctk | ČTK | Česká tisková kancelář | CZ | news | www.ctk.cz | - | - | cs: CTK, ČTK Protext, Česká tisková kanceláři, České tiskové kanceláře; en: Czech News Agency; de: CTK
mediafax-cz | Mediafax | - | RO | news | www.mediafax.ro | - | - | ro: MEDIAFAX, Mediafax Foto
tasr | TASR | Tlačová agentúra Slovenskej republiky | SK | news | www.tasr.sk | - | - | en: News Agency of the Slovak Republic; sk: Teraz.sk
sita | SITA | Slovenská tlačová agentúra | SK | news | sita.sk | case | - | -
mti | MTI | Magyar Távirati Iroda | HU | news | mti.hu | case | - | hu: MTI Fotó, MTVA, Magyar Távirati Irodától; en: Hungarian News Agency
sta | STA | Slovenska tiskovna agencija | SI | news | www.sta.si | case | - | en: Slovenian Press Agency; sl: STAkrog
bobo | BOBO | - | SI | picture | - | slot | - | sl: Bobo
hina | HINA | Hrvatska izvještajna novinska agencija | HR | news | www.hina.hr | - | - | hr: Hina; en: Croatian News Agency
pixsell | Pixsell | - | HR | picture | pixsell.hr | - | - | hr: PIXSELL, Pixell
cropix | CROPIX | - | HR | picture | - | - | - | hr: Cropix
tanjug | Tanjug | - | RS | news | www.tanjug.rs | - | - | sr: Танјуг, TANJUG, Tanjug Tačno
beta-rs | Beta | Novinska agencija Beta | RS | news | beta.rs | slot | - | sr: Бета, agencija Beta, Novinska agencija BETA
fonet | FoNet | - | RS | news | fonet.rs | - | - | sr: ФоНет, FONET, Fonet
srna | SRNA | Novinska agencija Republike Srpske | BA | news | www.srna.rs | case | - | sr: Срна, СРНА, Srna
fena | FENA | Federalna novinska agencija | BA | news | fena.ba | case | - | bs: Fena, Federalna novinska agencija
onasa | ONASA | - | BA | news | - | - | - | -
patria | Patria | NAP | BA | news | - | slot | - | -
mina | MINA | - | ME | news | mina.news | slot | - | -
mia | MIA | Medium Informatičko Agencija | MK | news | mia.mk | slot | - | mk: МИА, Македонска информативна агенција; en: Media Information Agency
makfax | Makfax | - | MK | news | - | - | - | mk: Макфакс
ata | ATSH | Agjencia Telegrafike Shqiptare | AL | news | ata.gov.al | slot | - | sq: ATSh; en: Albanian Telegraphic Agency
kosovapress | KosovaPress | - | XK | news | kosovapress.com | - | - | sq: Kosovapress
bta | BTA | Bulgarian News Agency | BG | news | www.bta.bg | case | - | bg: БТА, Българска телеграфна агенция; en: Bulgarian Telegraph Agency
bgnes | BGNES | - | BG | news | bgnes.bg | - | - | bg: БГНЕС
focus-bg | Focus | Информационна агенция Фокус | BG | news | www.focus-news.net | slot | - | bg: Фокус, Агенция Фокус
agerpres | Agerpres | - | RO | news | www.agerpres.ro | - | - | ro: AGERPRES, Agenția Națională de Presă Agerpres
news-ro | News.ro | - | RO | news | www.news.ro | - | - | ro: NEWS.RO
inquam | Inquam Photos | - | RO | picture | inquamphotos.com | - | - | ro: Inquam, INQUAM
moldpres | Moldpres | - | MD | news | www.moldpres.md | - | - | ro: MOLDPRES
ipn | IPN | - | MD | news | www.ipn.md | slot | - | -
infotag | Infotag | - | MD | news | - | - | - | -
tass | TASS | Russian News Agency TASS | RU | news | tass.com | - | Q223799 | en: ITAR-TASS, Itar-Tass; ru: ТАСС, ИТАР-ТАСС, агентство ТАСС, Телеграфное агентство Советского Союза; uk: ТАРС; bg: ТАСС; ar: تاس; zh: 塔斯社; ja: タス通信, タス; ko: 타스, 타스통신, 타스 통신; de: Itar-Tass
ria-novosti | RIA Novosti | РИА Новости | RU | news | ria.ru | - | - | en: RIA, RIA-Novosti; ru: РИА «Новости», РИА "Новости", РИА-Новости, РИА Новости Спорт, РИА, Р-Спорт; bg: РИА Новости; zh: 俄新社; ar: نوفوستي; de: RIA Nowosti
sputnik | Sputnik | - | RU | news | sputniknews.com | - | - | ru: Спутник; ar: سبوتنيك; zh: 俄罗斯卫星通讯社, 卫星通讯社; ja: スプートニク; fa: اسپوتنیک
interfax | Interfax | Интерфакс | RU | news | www.interfax.ru | - | - | ru: ИНТЕРФАКС, INTERFAX.RU, Интерфакс-АВН, Интерфакс-Религия, агентство Интерфакс; zh: 国际文传电讯社
interfax-ukraine | Interfax-Ukraine | Інтерфакс-Україна | UA | news | interfax.com.ua | - | - | uk: Інтерфакс-Україна; ru: Интерфакс-Украина
interfax-kazakhstan | Interfax-Kazakhstan | Интерфакс-Казахстан | KZ | news | www.interfax.kz | - | - | -
rosbalt | Rosbalt | Росбалт | RU | news | - | - | - | -
regnum | Regnum | ИА Регнум | RU | news | regnum.ru | - | - | ru: REGNUM, ИА REGNUM, Регнум
prime-ru | Prime | ПРАЙМ | RU | news | 1prime.ru | slot | - | ru: Прайм, агентство Прайм
moskva-agency | Moscow Agency | Агентство городских новостей «Москва» | RU | news | www.mskagency.ru | - | - | ru: Агентство «Москва», АГН Москва, АГН «Москва», Агентство "Москва"; en: Moskva News Agency, Moskva Agency
urapress | Ura.ru | - | RU | news | ura.news | - | - | ru: URA.RU, URA.Ru
ukrinform | Ukrinform | Укрінформ | UA | news | www.ukrinform.net | - | - | ru: Укринформ; uk: УКРІНФОРМ
unian | UNIAN | УНІАН | UA | news | www.unian.ua | - | - | ru: УНИАН; uk: УНІАН
rbc-ukraine | RBC-Ukraine | РБК-Україна | UA | news | www.rbc.ua | - | - | uk: РБК-Україна; ru: РБК-Украина
unn | UNN | Українські Національні Новини | UA | news | unn.ua | slot | - | uk: УНН
belta | BelTA | Белорусское телеграфное агентство | BY | news | belta.by | - | - | ru: БелТА, БЕЛТА; be: БелТА
belapan | BelaPAN | БелаПАН | BY | news | - | - | - | -
bns | BNS | Baltic News Service | LT | news | www.bns.lt | case | - | lt: BNS foto; et: BNS; lv: BNS
elta | ELTA | Lietuvos naujienų agentūra | LT | news | www.elta.lt | - | - | lt: Elta, ELTOS
leta | LETA | Latvijas Telegrāfa aģentūra | LV | news | www.leta.lv | - | - | lv: Leta, aģentūra LETA
kazinform | Kazinform | Казинформ | KZ | news | www.inform.kz | - | - | ru: КАЗИНФОРМ, МИА Казинформ; kk: ҚазАқпарат, Қазақпарат; en: QazInform
kabar | Kabar | Кабар | KG | news | kabar.kg | slot | - | -
akipress | AKIpress | - | KG | news | akipress.com | - | - | -
24kg | 24.kg | - | KG | news | 24.kg | - | - | -
khovar | Khovar | Ховар | TJ | news | khovar.tj | - | - | ru: НИАТ Ховар
asia-plus | Asia-Plus | - | TJ | news | asiaplustj.info | - | - | -
uza | UzA | Узбекское агентство | UZ | news | uza.uz | slot | - | ru: УзА
tdh | TDH | Türkmenistan Döwlet Habarlary | TM | news | tdh.gov.tm | slot | - | -
azertac | AZERTAC | Azərbaycan Dövlət İnformasiya Agentliyi | AZ | news | azertag.az | - | - | az: AZƏRTAC; ru: АЗЕРТАДЖ
turan | Turan | Turan İnformasiya Agentliyi | AZ | news | www.turan.az | slot | - | -
armenpress | Armenpress | Արմենպրես | AM | news | armenpress.am | - | - | ru: Арменпресс
arka | ARKA | - | AM | news | arka.am | slot | - | -
interpressnews | InterPressNews | ინტერპრესნიუსი | GE | news | www.interpressnews.ge | - | - | -
kaztag | KazTAG | КазТАГ | KZ | news | kaztag.kz | - | - | ru: КАЗТАГ, МИА КазТАГ
`
