/** Rows of the agency table: Africa, the Middle East and Turkey. The columns are told in ../table.ts. */

export const AFRICA_AND_MIDDLE_EAST = `
aa | AA | Anadolu Agency | TR | news | www.aa.com.tr | slot | - | tr: Anadolu Ajansı, Anadolu; en: Anadolu, Anadolu Images; fr: Agence Anadolu, Anadolu Images; de: Anadolu Agentur; es: Agencia Anadolu; ar: الأناضول, وكالة الأناضول, الاناضول; ru: Анадолу; bs: Agencija Anadolija; fa: آناتولی
dha | DHA | Demirören Haber Ajansı | TR | news | www.dha.com.tr | case | - | tr: Demirören, Doğan Haber Ajansı, DHA Foto
iha | İHA | İhlas Haber Ajansı | TR | news | www.iha.com.tr | case | - | tr: IHA, İhlas, Ihlas Haber Ajansi, İhlas News Agency
anka | ANKA | ANKA Haber Ajansı | TR | news | ankahaber.net | slot | - | tr: Anka Haber Ajansı
depo-photos | Depo Photos | - | TR | picture | - | - | - | tr: DEPO PHOTOS, Depophotos
wafa | WAFA | Palestine News and Information Agency | PS | news | english.wafa.ps | - | - | ar: وفا, وكالة وفا, وكالة الأنباء الفلسطينية; en: Wafa
maan | Ma'an | Ma'an News Agency | PS | news | - | - | - | ar: وكالة معا
shehab | Shehab | - | PS | news | - | slot | - | ar: شهاب
petra | Petra | Jordan News Agency | JO | news | petra.gov.jo | slot | - | ar: بترا, وكالة الأنباء الأردنية; en: Petra News Agency
nna | NNA | National News Agency | LB | news | www.nna-leb.gov.lb | slot | - | ar: الوكالة الوطنية للإعلام, الوطنية
markazia | Al-Markazia | - | LB | news | - | - | - | ar: المركزية
sana | SANA | Syrian Arab News Agency | SY | news | sana.sy | case | - | ar: سانا; zh: 叙通社
ina | INA | Iraqi News Agency | IQ | news | www.ina.iq | slot | - | ar: واع, وكالة الأنباء العراقية
shafaq | Shafaq News | - | IQ | news | shafaq.com | - | - | ar: شفق نيوز
rudaw | Rudaw | - | IQ | news | www.rudaw.net | - | - | -
kuna | KUNA | Kuwait News Agency | KW | news | www.kuna.net.kw | - | - | ar: كونا, وكالة الأنباء الكويتية
bna | BNA | Bahrain News Agency | BH | news | www.bna.bh | slot | - | ar: بنا, وكالة أنباء البحرين
qna | QNA | Qatar News Agency | QA | news | www.qna.org.qa | case | - | ar: قنا, وكالة الأنباء القطرية
wam | WAM | Emirates News Agency | AE | news | www.wam.ae | case | - | ar: وام, وكالة أنباء الإمارات; en: WAM - Emirates News Agency
spa | SPA | Saudi Press Agency | SA | news | www.spa.gov.sa | case | - | ar: واس, وكالة الأنباء السعودية; en: Saudi Press Agency (SPA)
ona | ONA | Oman News Agency | OM | news | omannews.gov.om | slot | - | ar: العمانية, وكالة الأنباء العمانية
saba | Saba | Yemen News Agency | YE | news | - | slot | - | ar: سبأ, وكالة سبأ
mena | MENA | Middle East News Agency | EG | news | mena.org.eg | slot | - | ar: أ ش أ, أ.ش.أ, ا ش ا, وكالة أنباء الشرق الأوسط
lana | LANA | Libyan News Agency | LY | news | lana.gov.ly | case | - | ar: وال
tap | TAP | Tunis Afrique Presse | TN | news | www.tap.info.tn | case | - | ar: وات; fr: Agence TAP
aps-dz | APS | Algérie Presse Service | DZ | news | www.aps.dz | slot | - | ar: واج, وأج, وكالة الأنباء الجزائرية; fr: Agence APS
map | MAP | Maghreb Arabe Presse | MA | news | www.mapnews.ma | slot | - | ar: ومع, وكالة المغرب العربي للأنباء; fr: Agence marocaine de presse
ami | AMI | Agence mauritanienne d'information | MR | news | - | slot | - | -
suna | SUNA | Sudan News Agency | SD | news | suna-sd.net | case | - | ar: سونا
irna | IRNA | Islamic Republic News Agency | IR | news | www.irna.ir | - | - | fa: ایرنا, خبرگزاری جمهوری اسلامی; ar: إرنا
isna | ISNA | Iranian Students' News Agency | IR | news | www.isna.ir | - | - | fa: ایسنا; en: Iranian Students News Agency
fars | Fars | Fars News Agency | IR | news | www.farsnews.ir | slot | - | fa: فارس, خبرگزاری فارس; ar: وكالة فارس; en: FNA
mehr | Mehr | Mehr News Agency | IR | news | www.mehrnews.com | slot | - | fa: مهر, خبرگزاری مهر; en: =MNA
tasnim | Tasnim | Tasnim News Agency | IR | news | www.tasnimnews.com | - | - | fa: تسنیم, خبرگزاری تسنیم; ar: تسنيم
ilna | ILNA | Iranian Labour News Agency | IR | news | www.ilna.ir | case | - | fa: ایلنا
ana-ir | ANA (Iran) | Azad News Agency | IR | news | - | slot | - | fa: خبرگزاری آنا
wana | WANA | West Asia News Agency | IR | news | wanaen.com | - | - | en: West Asia News Agency (WANA)
tps | TPS | The Press Service of Israel | IL | news | tps.co.il | slot | - | he: תצפית, סוכנות הידיעות תצפית; en: Tazpit Press Service, TPS-IL
flash90 | Flash90 | - | IL | picture | www.flash90.com | - | - | he: פלאש 90, פלאש90; en: Flash 90, FLASH90
jini | JINI | - | IL | picture | - | slot | - | he: ג'יני
gpo-il | GPO | Government Press Office | IL | picture | - | slot | - | he: לע"מ, לע״מ; en: Israel GPO, GPO Israel
apa-africa | APA (Africa) | African Press Agency | SN | news | apanews.net | - | - | fr: Agence de presse africaine, APANEWS, APAnews
aps-sn | APS (Senegal) | Agence de presse sénégalaise | SN | news | aps.sn | - | - | -
panapress | Panapress | Pan-African News Agency | SN | news | www.panapress.com | - | - | fr: PANA, Panafrican News Agency
nan | NAN | News Agency of Nigeria | NG | news | nannews.ng | slot | - | en: News Agency of Nigeria (NAN)
gna | GNA | Ghana News Agency | GH | news | gna.org.gh | slot | - | en: Ghana News Agency (GNA)
aip | AIP | Agence ivoirienne de presse | CI | news | www.aip.ci | slot | - | -
amap | AMAP | Agence malienne de presse | ML | news | amap.ml | slot | - | -
aib | AIB | Agence d'information du Burkina | BF | news | www.aib.media | slot | - | -
anp-niger | ANP (Niger) | Agence nigérienne de presse | NE | news | - | - | - | -
agp | AGP | Agence gabonaise de presse | GA | news | - | slot | - | -
angop | Angop | Agência Angola Press | AO | news | www.angop.ao | - | - | pt: ANGOP, Agência Angop
aim | AIM | Agência de Informação de Moçambique | MZ | news | - | slot | - | -
inforpress | Inforpress | - | CV | news | inforpress.cv | - | - | pt: INFORPRESS
acp-cd | ACP | Agence congolaise de presse | CD | news | acp.cd | slot | - | -
ena | ENA | Ethiopian News Agency | ET | news | www.ena.et | slot | - | -
sonna | SONNA | Somali National News Agency | SO | news | sonna.so | case | - | -
kna-ke | Kenya News Agency | - | KE | news | www.kenyanews.go.ke | - | - | -
new-ziana | New Ziana | - | ZW | news | - | - | - | -
zana | ZANIS | Zambia News and Information Services | ZM | news | - | slot | - | -
nampa | Nampa | Namibia Press Agency | NA | news | www.nampa.org | - | - | en: NAMPA
lena | LENA | Lesotho News Agency | LS | news | - | slot | - | -
bopa | BOPA | Botswana Press Agency | BW | news | - | case | - | -
anpa-za | African News Agency | - | ZA | news | - | - | - | en: ANA Pictures, African News Agency (ANA)
sapa | SAPA | South African Press Association | ZA | news | - | case | - | en: Sapa
sanews | SAnews | South African Government News Agency | ZA | news | www.sanews.gov.za | - | - | en: SAnews.gov.za
gallo | Gallo Images | - | ZA | picture | www.gallo.co.za | - | - | -
groundup | GroundUp | - | ZA | wholesaler | groundup.org.za | - | - | -
aina | Assyrian International News Agency | AINA | US | news | www.aina.org | case | - | -
yjc | YJC | Young Journalists Club | IR | news | www.yjc.ir | case | - | fa: باشگاه خبرنگاران جوان, باشگاه خبرنگاران
snn-ir | SNN | Student News Network | IR | news | snn.ir | case | - | fa: خبرگزاری دانشجو
mizan | Mizan | Mizan News Agency | IR | news | www.mizanonline.ir | slot | - | fa: میزان, خبرگزاری میزان
bourna | Borna | Borna News Agency | IR | news | - | slot | - | fa: برنا, خبرگزاری برنا
`
