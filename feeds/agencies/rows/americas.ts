/** Rows of the agency table: the Americas. The columns are told in ../table.ts. */

export const AMERICAS = `
canadian-press | Canadian Press | The Canadian Press | CA | news | www.thecanadianpress.com | - | - | en: =CP, THE CANADIAN PRESS IMAGES, Canadian Press Enterprises, CP Images; fr: La Presse Canadienne, Presse Canadienne, La Presse canadienne
postmedia-news | Postmedia News | Postmedia Network | CA | wholesaler | www.postmedia.com | - | - | en: Postmedia Network, Postmedia, National Post Wire Services; fr: =Agence QMI
qmi | QMI Agency | - | CA | wholesaler | - | - | - | en: QMI AGENCY
canwest | Canwest News Service | - | CA | wholesaler | - | - | - | en: CanWest News Service
lji-ca | Local Journalism Initiative | - | CA | wholesaler | - | - | - | en: Local Journalism Initiative Reporter, LJI
notimex | Notimex | - | MX | news | - | - | - | es: NOTIMEX
cuartoscuro | Cuartoscuro | - | MX | picture | cuartoscuro.com | - | - | es: CUARTOSCURO, Cuartoscuro.com
el-universal-mx | Agencia El Universal | - | MX | news | - | - | - | es: Agencia EL UNIVERSAL
reforma-agency | Agencia Reforma | - | MX | news | - | - | - | es: Grupo Reforma, Agencia REFORMA
gda | GDA | Grupo de Diarios América | - | wholesaler | gda.com | case | - | -
quadratin | Quadratín | - | MX | news | www.quadratin.com.mx | - | - | es: QUADRATÍN
apro | APRO | Agencia Proceso | MX | news | - | slot | - | -
sun-mx | Agencia SUN | - | MX | news | - | - | - | -
prensa-latina | Prensa Latina | - | CU | news | www.prensa-latina.cu | - | - | es: PRENSA LATINA; en: Prensa Latina News Agency
acn-cuba | ACN (Cuba) | Agencia Cubana de Noticias | CU | news | www.acn.cu | - | - | es: Agencia Cubana de Noticias, AIN
avn | AVN | Agencia Venezolana de Noticias | VE | news | avn.info.ve | slot | - | es: Agencia Venezolana de Noticias
andina | Andina | Agencia Peruana de Noticias | PE | news | andina.pe | slot | - | es: ANDINA, Agencia Andina, Andina Agencia de Noticias
telam | Télam | - | AR | news | www.telam.com.ar | - | - | es: TÉLAM, Telam, Agencia Télam
noticias-argentinas | NA | Noticias Argentinas | AR | news | noticiasargentinas.com | slot | - | es: Agencia NA, Agencia Noticias Argentinas
dyn | DyN | Diarios y Noticias | AR | news | - | slot | - | es: Agencia DyN
abi | ABI | Agencia Boliviana de Información | BO | news | www.abi.bo | slot | - | -
anf | ANF | Agencia de Noticias Fides | BO | news | www.noticiasfides.com | slot | - | -
apg | APG | Agencia de Noticias APG | BO | picture | - | slot | - | -
ip-paraguay | Agencia IP | Agencia de Información Paraguaya | PY | news | www.ip.gov.py | - | - | -
colprensa | Colprensa | - | CO | news | www.colprensa.com | - | - | es: COLPRENSA
aton | Agencia Uno | - | CL | picture | agenciauno.com | - | - | es: AGENCIA UNO, AgenciaUno
aton-chile | Aton Chile | - | CL | picture | - | - | - | es: ATON CHILE, Agencia Aton
andes | Andes | Agencia Andes | EC | news | - | slot | - | -
api-ecuador | API | Agencia de Prensa Independiente | EC | picture | - | slot | - | -
photosport | Photosport | - | CL | picture | www.photosport.cl | - | - | es: PHOTOSPORT
agencia-brasil | Agência Brasil | - | BR | news | agenciabrasil.ebc.com.br | - | - | pt: ABr, Agencia Brasil; es: Agencia Brasil
ebc | EBC | Empresa Brasil de Comunicação | BR | news | www.ebc.com.br | slot | - | -
estadao-conteudo | Estadão Conteúdo | - | BR | wholesaler | - | - | - | pt: ESTADÃO CONTEÚDO, Agência Estado, AE, Estadao Conteudo
folhapress | Folhapress | - | BR | wholesaler | folhapress.folha.com.br | - | - | pt: FOLHAPRESS, Folha Press
agencia-o-globo | Agência O Globo | - | BR | wholesaler | - | - | - | pt: AGÊNCIA O GLOBO, Agência Globo
agencia-senado | Agência Senado | - | BR | news | www12.senado.leg.br | - | - | -
agencia-camara | Agência Câmara | Agência Câmara de Notícias | BR | news | www.camara.leg.br | - | - | pt: Agência Câmara Notícias
agencia-para | Agência Pará | - | BR | news | agenciapara.com.br | - | - | pt: Ag. Pará
gazeta-press | Gazeta Press | - | BR | wholesaler | - | - | - | pt: Gazeta Esportiva
futura-press | Futura Press | - | BR | picture | - | - | - | pt: FUTURA PRESS
agencia-rbs | Agência RBS | - | BR | wholesaler | - | - | - | pt: Agencia RBS
brazil-photo-press | Brazil Photo Press | - | BR | picture | - | - | - | pt: BRAZIL PHOTO PRESS, AgNews, AGNEWS
cmc | CMC | Caribbean Media Corporation | BB | news | www.cmc.com.bb | slot | - | -
alterpresse | AlterPresse | - | HT | news | www.alterpresse.org | - | - | -
inter-press-service | IPS | Inter Press Service | IT | news | www.ipsnews.net | slot | - | en: Inter Press Service News Agency, IPS News
tribune-news-service | Tribune News Service | Tribune Content Agency | US | wholesaler | tribunecontentagency.com | - | - | en: =TNS, =Tribune Content Agency, =McClatchy-Tribune, =MCT, Tribune Newspapers, =TCA, McClatchy-Tribune News Service, Tribune Publishing
mcclatchy | McClatchy | McClatchy Newspapers | US | wholesaler | www.mcclatchy.com | - | - | en: McClatchy Washington Bureau, McClatchy DC, McClatchy News
nyt-news-service | New York Times News Service | - | US | wholesaler | - | - | - | en: NYT News Service, The New York Times News Service, N.Y. Times News Service
wp-news-service | Washington Post News Service | The Washington Post News Service with Bloomberg News | US | wholesaler | - | - | - | en: WP-Bloomberg, The Washington Post News Service
usa-today-network | USA TODAY Network | - | US | wholesaler | - | - | - | en: USA Today Network, USA TODAY NETWORK
imagn | Imagn Images | - | US | picture | imagn.com | - | - | en: Imagn, IMAGN, Imagn Content Services, =USA TODAY Sports, USA Today Sports Images
hearst-newspapers | Hearst Newspapers | - | US | wholesaler | - | - | - | -
medianews-group | MediaNews Group | Digital First Media | US | wholesaler | - | - | - | en: Digital First Media, =Southern California News Group, =Bay Area News Group
news-service-florida | News Service of Florida | - | US | news | newsserviceflorida.com | - | - | en: The News Service of Florida
stateline | Stateline | - | US | wholesaler | stateline.org | case | - | en: STATELINE
states-newsroom | States Newsroom | - | US | wholesaler | statesnewsroom.com | - | - | -
capitol-news-illinois | Capitol News Illinois | - | US | wholesaler | capitolnewsillinois.com | - | - | -
city-news-service | City News Service | - | US | news | - | - | - | en: CNS
bay-city-news | Bay City News | Bay City News Service | US | news | baycitynews.com | - | - | en: Bay City News Foundation, BCN
stats-perform | Stats Perform | - | US | news | www.statsperform.com | - | - | en: Opta, Omnisport, Field Level Media
field-level-media | Field Level Media | - | US | news | - | - | - | -
the-sports-xchange | The Sports Xchange | - | US | news | - | - | - | en: Sports Xchange
catholic-news-service | Catholic News Service | - | US | news | - | - | - | en: OSV News, CNS photo
religion-news-service | RNS | Religion News Service | US | news | religionnews.com | slot | - | -
jta | JTA | Jewish Telegraphic Agency | US | news | www.jta.org | case | - | -
jns | JNS | Jewish News Syndicate | US | news | www.jns.org | case | - | -
nexstar | Nexstar Media Wire | - | US | wholesaler | - | - | - | en: NEXSTAR, Nexstar
cnn-newsource | CNN Newsource | - | US | wholesaler | - | - | - | en: CNN Wire, CNN Newswire, The-CNN-Wire
voa | VOA | Voice of America | US | news | www.voanews.com | case | - | ru: Голос Америки; uk: Голос Америки; es: Voz de América; zh: 美国之音, 美國之音
rferl | RFE/RL | Radio Free Europe/Radio Liberty | US | news | www.rferl.org | - | - | en: RFE RL, RFERL, Radio Free Europe; ru: Радио Свобода, Радіо Свобода; uk: Радіо Свобода
rfa | RFA | Radio Free Asia | US | news | www.rfa.org | case | - | zh: 自由亚洲电台, 自由亞洲電台
accuweather | AccuWeather | - | US | news | www.accuweather.com | - | - | -
healthday | HealthDay | HealthDay News | US | news | www.healthday.com | - | - | -
uypress | Uypress | - | UY | news | www.uypress.net | - | - | es: UyPress, UYPRESS
`
