/** Rows of the agency table: picture agencies and libraries. The columns are told in ../table.ts. */

export const PICTURES = `
getty | Getty Images | - | US | picture | www.gettyimages.com | - | - | en: Getty, GETTY, gettyimages, Getty Images Europe, Getty Images Sport, Getty Images News, Getty Images North America, Getty Image, Gettyimages, gettyimages.de, GettyImages; zh: 盖蒂图片社, 盖蒂图片, 蓋蒂圖像; ja: ゲッティイメージズ, ゲッティ; ko: 게티이미지, 게티이미지뱅크, 게티이미지코리아; ru: Getty; he: גטי אימג'ס, גטי; ar: غيتي, غيتي إيميجز; hi: गेटी इमेजेज, गेटी इमेजेस, गेटी; bn: গেটি ইমেজেস, গেটি
istock | iStockphoto | - | US | picture | www.istockphoto.com | - | - | en: iStock, istock, iStock by Getty Images, Istockphoto
shutterstock | Shutterstock | - | US | picture | www.shutterstock.com | - | - | en: SHUTTERSTOCK, Shutterstock.com; zh: 图虫创意; he: שאטרסטוק; ko: 셔터스톡
rex | Rex Features | - | GB | picture | - | - | - | en: =Rex, REX FEATURES
alamy | Alamy | Alamy Stock Photo | GB | picture | www.alamy.com | - | - | en: Alamy Live News, Alamy Stock Foto, Alamy Stock Photos, ALAMY, Alamy Stock Vector
picture-alliance | picture alliance | - | DE | picture | www.picture-alliance.com | - | - | de: picture-alliance, Picture Alliance, Picture-Alliance, pictureAlliance, PICTURE ALLIANCE; zh: picture alliance
imago | imago | imago images | DE | picture | www.imago-images.de | - | - | de: =IMAGO Images, Imago Images, imago stock&people, imago sportfotodienst, imago stock, imago stock & people, IMAGO
zuma | Zuma | Zuma Press | US | picture | www.zumapress.com | - | - | en: ZUMA, Zuma Wire, ZUMA Wire, ZUMA Press Wire, ZUMAPRESS, ZUMA PRESS, ZUMAPRESS.com, zumapress.com
nurphoto | NurPhoto | - | IT | picture | www.nurphoto.com | - | - | en: NURPHOTO, Nur Photo
sipa | Sipa | Sipa Press | FR | picture | www.sipa.com | - | - | fr: SIPA, SIPA PRESS, Sipa Press; en: =Sipa USA, SIPA USA
abaca | Abaca | Abaca Press | FR | picture | www.abacapress.com | - | - | fr: ABACA, ABACAPRESS, Abacapress.com, ABACAPRESS.COM, Abaca Press
bestimage | Bestimage | - | FR | picture | www.bestimage.fr | - | - | fr: BESTIMAGE, BestImage
maxppp | MaxPPP | - | FR | picture | www.maxppp.com | - | - | fr: MAXPPP, Maxppp, =PhotoPQR
hans-lucas | Hans Lucas | - | FR | picture | hanslucas.com | - | - | fr: HANS LUCAS
gamma | Gamma-Rapho | - | FR | picture | - | - | - | fr: GAMMA, Gamma, Gamma Rapho, Rapho, GAMMA RAPHO
myop | MYOP | - | FR | picture | - | - | - | -
presse-sports | Presse Sports | - | FR | picture | - | - | - | fr: PRESSE SPORTS, Presse-Sports
dppi | DPPI | - | FR | picture | - | - | - | -
icon-sport | Icon Sport | - | FR | picture | - | - | - | fr: ICON SPORT, Iconsport, ICONSPORT
photonews | Photo News | - | BE | picture | www.photonews.be | - | - | nl: Photo News, PhotoNews, Photonews
hollandse-hoogte | Hollandse Hoogte | - | NL | picture | - | - | - | nl: HH
magnum | Magnum Photos | - | US | picture | www.magnumphotos.com | - | - | en: Magnum, MAGNUM
redux | Redux | Redux Pictures | US | picture | - | - | - | en: REDUX, Redux Pictures
polaris | Polaris | Polaris Images | US | picture | - | slot | - | en: Polaris Images
corbis | Corbis | - | US | picture | - | - | - | en: CORBIS, Corbis Images, Corbis Entertainment
bettmann | Bettmann | Bettmann Archive | US | picture | - | - | - | en: Bettmann Archive
hulton | Hulton Archive | - | GB | picture | - | - | - | en: Hulton Deutsch
everett | Everett Collection | - | US | picture | - | - | - | en: Everett, Courtesy Everett Collection
splash | Splash News | - | US | picture | - | - | - | en: Splash, SplashNews.com, SPLASH NEWS
backgrid | Backgrid | - | US | picture | - | - | - | en: BACKGRID
action-images | Action Images | - | GB | picture | - | - | - | en: ACTION IMAGES
cordon | Cordon Press | - | ES | picture | www.cordonpress.com | - | - | es: CORDON PRESS, CordonPress
gtres | GTRES | - | ES | picture | - | - | - | es: Gtres, GTRESONLINE, Gtresonline
afp7 | AFP7 | - | ES | picture | - | - | - | es: AFP7/Europa Press
contacto | Contacto | ContactoPhoto | ES | picture | - | slot | - | es: CONTACTO, ContactoPhoto
ballesteros | Agencia LOF | - | ES | picture | - | slot | - | es: LOF
scanpix | Scanpix | - | - | picture | - | - | - | da: SCANPIX; no: scanpix; sv: SCANPIX; et: Scanpix Baltics; lt: Scanpix
bildbyran | Bildbyrån | - | SE | picture | www.bildbyran.se | - | - | sv: BILDBYRÅN, Bildbyran
ibl | IBL | IBL Bildbyrå | SE | picture | - | slot | - | -
pontus | Pressens Bild | - | SE | picture | - | - | - | -
digitalsport | Digitalsport | - | NO | picture | - | - | - | -
laif | laif | - | DE | picture | www.laif.de | - | - | de: LAIF, agentur laif, laif agentur
ullstein | ullstein bild | - | DE | picture | www.ullstein-bild.de | - | - | de: Ullstein, ullstein, ullsteinbild
akg | akg-images | - | DE | picture | www.akg-images.de | - | - | de: akg images, AKG
ostkreuz | Ostkreuz | - | DE | picture | www.ostkreuz.de | - | - | de: OSTKREUZ
photothek | photothek | - | DE | picture | - | - | - | de: Photothek, photothek.net, photothek.de
eibner | Eibner | Eibner-Pressefoto | DE | picture | - | slot | - | de: Eibner Pressefoto, EIBNER
mis | M.i.S. | - | DE | picture | - | slot | - | de: M.i.S.-Sportpressefoto
geisler | Geisler-Fotopress | - | DE | picture | - | - | - | de: Geisler-Fotop
mauritius | mauritius images | - | DE | picture | - | - | - | de: Mauritius Images
bildagentur | Bildagentur-online | - | DE | picture | - | - | - | de: Bildagentur online
westend61 | Westend61 | - | DE | picture | www.westend61.de | - | - | -
plainpicture | plainpicture | - | DE | picture | - | - | - | -
panthermedia | Panthermedia | - | DE | picture | - | - | - | de: PantherMedia
clipdealer | ClipDealer | - | DE | picture | - | - | - | de: Clipdealer
fotolia | Fotolia | - | US | picture | - | - | - | en: fotolia, Fotolia.com, fotolia.com
adobe-stock | Adobe Stock | - | US | picture | stock.adobe.com | - | - | en: AdobeStock, stock.adobe.com, adobe.stock.com, Adobe
depositphotos | Depositphotos | - | US | picture | depositphotos.com | - | - | en: depositphotos.com, DepositPhotos
dreamstime | Dreamstime | - | US | picture | www.dreamstime.com | - | - | en: dreamstime, Dreamstime.com
rf123 | 123RF | - | US | picture | www.123rf.com | - | - | en: 123RF.com, 123rf
thinkstock | Thinkstock | - | US | picture | - | - | - | en: ThinkStock
bigstock | Bigstock | - | US | picture | - | - | - | -
pond5 | Pond5 | - | US | picture | - | - | - | -
unsplash | Unsplash | - | CA | picture | unsplash.com | - | - | en: unsplash.com
pexels | Pexels | - | DE | picture | www.pexels.com | - | - | en: pexels.com
pixabay | Pixabay | - | DE | picture | pixabay.com | - | - | en: pixabay.com
science-photo-library | Science Photo Library | - | GB | picture | www.sciencephoto.com | - | - | en: SPL, Science Source
bridgeman | Bridgeman Images | - | GB | picture | www.bridgemanimages.com | - | - | -
mary-evans | Mary Evans Picture Library | - | GB | picture | - | - | - | en: Mary Evans
granger | Granger | - | US | picture | - | slot | - | -
popperfoto | Popperfoto | - | GB | picture | - | - | - | -
eyevine | Eyevine | - | GB | picture | - | - | - | en: eyevine
panos | Panos Pictures | - | GB | picture | - | - | - | -
barcroft | Barcroft Media | - | GB | picture | - | - | - | en: Barcroft Images
caters | Caters News Agency | - | GB | picture | - | - | - | en: Caters, Caters News
london-news-pictures | LNP | London News Pictures | GB | picture | - | slot | - | -
story-picture-agency | Story Picture Agency | - | GB | picture | - | - | - | -
newspix | Newspix | - | AU | picture | - | - | - | -
le-pictorium | Le Pictorium | - | FR | picture | - | - | - | en: Pictorium, Le Pictorium Agency
sopa | SOPA Images | - | HK | picture | - | - | - | -
lightrocket | LightRocket | - | HK | picture | - | - | - | -
pacific-press | Pacific Press | - | US | picture | - | - | - | -
middle-east-images | Middle East Images | - | - | picture | - | - | - | -
nordphoto | nordphoto | - | DE | picture | - | - | - | -
gepa | GEPA pictures | - | AT | picture | www.gepa-pictures.com | - | - | de: =GEPA
expa | EXPA Pictures | - | AT | picture | - | - | - | de: =EXPA
freshfocus | Freshfocus | - | CH | picture | - | - | - | de: freshfocus
sport-pic | Simon Sportpics | - | - | picture | - | slot | - | -
anadolu-images | Anadolu Images | - | TR | picture | - | - | - | -
space-imaging | Maxar Technologies | - | US | picture | - | - | - | en: Maxar
planet-labs | Planet Labs | Planet Labs PBC | US | picture | www.planet.com | - | - | -
icon-sportswire | Icon Sportswire | - | US | picture | iconsportswire.com | - | - | -
picturedesk | picturedesk.com | APA-PictureDesk | AT | picture | - | - | - | de: APA-Picturedesk, APA Picturedesk, picturedesk
sz-photo | SZ Photo | Süddeutsche Zeitung Photo | DE | picture | www.sz-photo.de | - | - | de: Sueddeutsche Zeitung Photo
newspix-pl | Newspix.pl | - | PL | picture | newspix.pl | - | - | pl: NEWSPIX.PL
all-over-press | All Over Press | - | FI | picture | - | - | - | no: All Over; fi: AOP
imagoeconomica | Imagoeconomica | - | IT | picture | imagoeconomica.it | - | - | it: IMAGOECONOMICA
ipa-it | IPA | IPA Agency | IT | picture | - | slot | - | it: Ipa-agency, Ipa
global-imagens | Global Imagens | - | PT | picture | - | - | - | pt: GLOBAL IMAGENS
global-look-press | Global Look Press | - | RU | picture | globallookpress.com | - | - | ru: Globallookpress
contrasto | Contrasto | - | IT | picture | www.contrasto.it | - | - | -
us-presswire | US Presswire | - | US | picture | - | - | - | en: US PRESSWIRE
image-bank | The Image Bank | - | US | picture | - | - | - | en: Image Bank
national-geographic-creative | National Geographic Creative | - | US | picture | - | - | - | en: Nat Geo Image Collection, National Geographic Image Collection
life-images | The LIFE Images Collection | - | US | picture | - | - | - | en: =The LIFE Picture Collection, LIFE Images Collection, LIFE Picture Collection, =Time Life Pictures
tpg-images | 達志影像 | TPG Images | TW | picture | - | - | - | -
wireimage | WireImage | - | US | picture | - | - | - | en: Wireimage, Wire Image
gc-images | GC Images | - | US | picture | - | - | - | -
filmmagic | FilmMagic | - | US | picture | - | - | - | en: Filmmagic
profimedia | Profimedia | - | CZ | picture | www.profimedia.com | - | - | cs: =Profimedia.cz, PROFIMEDIA; ro: Profimedia Images
classicstock | ClassicStock | - | US | picture | - | - | - | -
archive-photos | Archive Photos | - | US | picture | - | - | - | -
da-press | D.A Press | D.A Press (Diários Associados) | BR | picture | - | - | - | pt: D.A. Press, DA Press, CB/D.A Press, EM/D.A Press
bongarts | Bongarts | - | DE | picture | - | - | - | de: BONGARTS
defodi | DeFodi Images | - | DE | picture | - | - | - | de: DeFodi, DEFODI IMAGES, DeFodi.eu
action-press | action press | - | DE | picture | www.actionpress.de | - | - | de: Action Press, ACTION PRESS, actionpress
witters | Witters | - | DE | picture | www.witters.de | slot | - | de: WITTERS, Witters Sport-Presse-Fotos
interfoto | Interfoto | - | DE | picture | www.interfoto.de | - | - | de: INTERFOTO
bpk | bpk | bpk Bildagentur | DE | picture | www.bpk-bildagentur.de | slot | - | de: BPK
vario-images | vario images | - | DE | picture | - | - | - | de: Vario Images, vario-images
visum | Visum | - | DE | picture | - | slot | - | de: VISUM
news5 | News5 | - | DE | picture | - | - | - | de: NEWS5
vifogra | vifogra | - | DE | picture | - | - | - | de: Vifogra, VIFOGRA
nonstopnews | NonstopNews | - | DE | picture | - | - | - | de: Nonstopnews, NonStopNews, NONSTOPNEWS
7aktuell | 7aktuell | - | DE | picture | - | - | - | de: 7aktuell.de
telenewsnetwork | TeleNewsNetwork | - | DE | picture | - | - | - | de: Telenewsnetwork
fotokerschi | fotokerschi | - | AT | picture | - | - | - | de: FOTOKERSCHI, Fotokerschi, fotokerschi.at
laumat | laumat | - | AT | picture | - | - | - | de: laumat.at, Laumat
brk-news | BRK News | - | CH | picture | - | - | - | de: BRK-News
eq-images | EQ Images | - | CH | picture | - | - | - | de: EQ IMAGES
ti-press | Ti-Press | - | CH | picture | www.tipress.ch | - | - | it: TI-PRESS, TiPress, Ti-press
pro-shots | Pro Shots | - | NL | picture | www.proshots.nl | - | - | nl: PRO SHOTS, ProShots, Proshots
orange-pictures | Orange Pictures | - | NL | picture | - | - | - | nl: ORANGE PICTURES
bsr-agency | BSR Agency | - | NL | picture | - | - | - | -
vi-images | VI Images | - | NL | picture | - | - | - | nl: VI-Images, VI IMAGES
ginopress | GinoPress | - | NL | picture | - | - | - | nl: Ginopress, GINOPRESS
isopix | Isopix | - | BE | picture | www.isopix.be | - | - | nl: ISOPIX
rea | Réa | Agence Réa | FR | picture | - | slot | - | fr: REA, RÉA, REA.com
agence-vu | Agence VU | - | FR | picture | agencevu.com | - | - | fr: Agence VU', AGENCE VU, Agence Vu
kcs-presse | KCS Presse | - | FR | picture | - | - | - | fr: KCS PRESSE, KCS
leemage | Leemage | - | FR | picture | - | - | - | fr: LEEMAGE
opale | Opale | Opale.photo | FR | picture | - | slot | - | fr: OPALE
hemis | Hemis | - | FR | picture | - | slot | - | fr: HEMIS, hemis.fr
andia | Andia | - | FR | picture | - | slot | - | fr: ANDIA, Andia.fr
roger-viollet | Roger-Viollet | - | FR | picture | www.roger-viollet.fr | - | - | fr: Roger Viollet, ROGER-VIOLLET
sygma | Sygma | - | FR | picture | - | slot | - | fr: SYGMA
photo12 | Photo12 | - | FR | picture | - | - | - | fr: Photo 12
panoramic | Panoramic | - | FR | picture | - | slot | - | fr: PANORAMIC
insidefoto | Insidefoto | - | IT | picture | - | - | - | it: INSIDEFOTO, insidefoto
livemedia | LiveMedia | - | IT | picture | - | - | - | it: LIVEMEDIA, Livemedia
agf | AGF | - | IT | picture | - | slot | - | -
alterphotos | AlterPhotos | - | ES | picture | - | - | - | es: Alterphotos, ALTERPHOTOS
fotoarena | Fotoarena | - | BR | picture | - | - | - | pt: FotoArena, FOTOARENA
agif | AGIF | - | BR | picture | - | case | - | pt: Agif
framephoto | FramePhoto | - | BR | picture | - | - | - | pt: Framephoto
vizzor | VizzorImage | - | CO | picture | - | - | - | es: Vizzor Image, VIZZOR IMAGE, VIZZORIMAGE
imago7 | Imago7 | - | MX | picture | - | - | - | es: IMAGO7
mexsport | Mexsport | - | MX | picture | - | - | - | es: MEXSPORT
jam-media | Jam Media | - | MX | picture | - | - | - | es: JAM MEDIA, JAM Media
inpho | INPHO | - | IE | picture | www.inpho.ie | - | - | en: Inpho
sportsfile | Sportsfile | - | IE | picture | www.sportsfile.com | - | - | en: SPORTSFILE
rolling-news | RollingNews | - | IE | picture | - | - | - | en: RollingNews.ie, Rolling News, Rollingnews.ie
press-eye | Press Eye | - | GB | picture | - | - | - | en: PressEye, Presseye, PRESS EYE
pacemaker | Pacemaker | Pacemaker Press | GB | picture | - | slot | - | en: Pacemaker Press, PACEMAKER
sns-group | SNS Group | - | GB | picture | - | - | - | en: SNS GROUP
solent-news | Solent News | Solent News & Photo Agency | GB | picture | - | - | - | en: Solent News & Photo Agency
triangle-news | Triangle News | - | GB | picture | - | - | - | -
kennedy-news | Kennedy News | Kennedy News and Media | GB | picture | - | - | - | en: Kennedy News and Media, Kennedy News & Media
jam-press | Jam Press | - | GB | picture | - | - | - | en: JAM PRESS
wales-news-service | Wales News Service | - | GB | picture | - | - | - | en: WALES NEWS SERVICE
cavendish-press | Cavendish Press | - | GB | picture | - | - | - | -
photoshot | Photoshot | - | GB | picture | - | - | - | en: PHOTOSHOT
avalon | Avalon | - | GB | picture | - | slot | - | en: Avalon.red, AVALON
topfoto | TopFoto | - | GB | picture | - | - | - | en: Topfoto, TOPFOTO
nature-picture-library | Nature Picture Library | - | GB | picture | - | - | - | -
heritage-images | Heritage Images | - | GB | picture | - | - | - | -
uig | Universal Images Group | - | GB | picture | - | - | - | en: =UIG
universal-history-archive | Universal History Archive | - | GB | picture | - | - | - | -
newsflare | Newsflare | - | GB | picture | www.newsflare.com | - | - | -
storyful | Storyful | - | IE | picture | storyful.com | - | - | en: STORYFUL
viralhog | ViralHog | - | US | picture | - | - | - | -
mediapunch | MediaPunch | - | US | picture | - | - | - | en: MEDIAPUNCH
cal-sport-media | Cal Sport Media | - | US | picture | - | - | - | en: CSM
star-max | Star Max | - | US | picture | - | slot | - | en: StarMax, STAR MAX
admedia | AdMedia | - | US | picture | - | - | - | en: ADMEDIA
cnp | CNP | Consolidated News Photos | US | picture | - | slot | - | en: Consolidated News Photos, Consolidated News Pictures
black-star | Black Star | - | US | picture | - | slot | - | -
contact-press | Contact Press Images | - | US | picture | - | - | - | -
trunk-archive | Trunk Archive | - | US | picture | - | - | - | -
allsport | Allsport | - | US | picture | - | - | - | en: ALLSPORT
akpa | AKPA | - | PL | picture | www.akpa.pl | - | - | -
kapif | KAPiF | - | PL | picture | - | - | - | pl: KAPIF, Kapif
cyfrasport | Cyfrasport | - | PL | picture | - | - | - | pl: CYFRASPORT
pressfocus | PressFocus | - | PL | picture | - | - | - | pl: PRESSFOCUS, Press Focus
400mm | 400mm.pl | - | PL | picture | - | - | - | pl: 400mm
fotonews | Fotonews | - | PL | picture | - | - | - | pl: FOTONEWS, FotoNews
polska-press | Polska Press | - | PL | picture | - | - | - | pl: POLSKA PRESS, Polskapress, Polska Press Grupa
mafra | MAFRA | - | CZ | picture | - | - | - | cs: Mafra
herminapress | Herminapress | - | CZ | picture | - | - | - | -
isifa | isifa | - | CZ | picture | - | - | - | cs: ISIFA, Isifa
fortepan | Fortepan | - | HU | picture | fortepan.hu | - | - | hu: FORTEPAN
northfoto | Northfoto | - | HU | picture | - | - | - | hu: NORTHFOTO, NorthFoto
hepta | Hepta | - | RO | picture | - | slot | - | ro: HEPTA
ata-images | ATA Images | - | RS | picture | - | - | - | sr: ATAImages, ATA images
mn-press | MN Press | - | RS | picture | - | - | - | sr: MN PRESS, MNPress
sportida | Sportida | - | SI | picture | - | - | - | sl: SPORTIDA
legion-media | Legion-Media | - | RU | picture | - | - | - | ru: Legion Media, LEGION-MEDIA, Легион-Медиа, Легион-медиа
photoxpress | PhotoXPress | - | RU | picture | - | - | - | ru: PhotoXpress, PhotoXPress.ru
china-stringer | China Stringer Network | - | CN | picture | - | - | - | -
sportzpics | Sportzpics | - | IN | picture | - | - | - | en: SPORTZPICS, SportzPics
sporting-pix | Sporting Pix | - | AU | picture | - | - | - | -
bulfoto | Bulphoto | - | BG | picture | bulphoto.com | - | - | bg: =Булфото; en: Bulfoto
sport-image | Sport Image | - | PT | picture | - | - | - | -
cnc-media | CNC | CzechNews Center | CZ | picture | - | slot | - | cs: CNC Media
lsa-al | LSA | - | AL | picture | - | case | - | -
nova-foto | Starsport | - | RS | picture | - | - | - | -
betaphoto | BETAPHOTO | - | RS | picture | - | - | - | sr: Betaphoto, Beta Photo
sport-pictures-eu | SportPictures | - | RO | picture | - | - | - | ro: Sport Pictures, SportPictures.eu
apa-fotoservice | APA-Fotoservice | - | AT | picture | - | - | - | de: APA Fotoservice
monatsrevue | Monatsrevue | - | AT | picture | - | - | - | -
sven-simon | SVEN SIMON | - | DE | picture | - | - | - | de: Sven Simon
foto-net | Funke Foto Services | - | DE | picture | - | - | - | de: FUNKE Foto Services, FFS
people-picture | people picture | - | DE | picture | - | - | - | de: People Picture
actionplus | Action Plus | - | GB | picture | - | - | - | en: ActionPlus
propaganda-photo | Propaganda Photo | - | IE | picture | - | - | - | -
athena-pictures | Athena Pictures | - | GB | picture | - | - | - | -
mercury-press | Mercury Press | - | GB | picture | - | - | - | en: Mercury Press & Media
goff-photos | Goff Photos | - | GB | picture | - | - | - | -
photonews-it | Ag. Aldo Liverani | - | IT | picture | - | - | - | it: Agenzia Aldo Liverani
ipp-it | IPP | - | IT | picture | - | slot | - | -
one-plus-nine | OnePlusNine Images | - | IT | picture | - | - | - | -
novapress | NOVAPRESS | - | FR | picture | - | - | - | -
divergence | Divergence | - | FR | picture | - | slot | - | fr: Divergence Images
tendance-floue | Tendance Floue | - | FR | picture | - | - | - | -
aurimages | Aurimages | - | FR | picture | - | - | - | fr: AURIMAGES
photononstop | Photononstop | - | FR | picture | - | - | - | -
backpage-images | Backpagepix | - | ZA | picture | - | - | - | en: BackpagePix, Backpage Pix
pm-news | Afrikimages | - | CI | picture | - | - | - | en: Afrikimages Agency
visionhaus | Visionhaus | - | GB | picture | - | - | - | en: VISIONHAUS
quality-sport | Quality Sport Images | - | ES | picture | - | - | - | -
photo-agency-ar | NA Foto | - | AR | picture | - | - | - | es: FOTO NA, Foto NA
fotobaires | Fotobaires | - | AR | picture | - | - | - | es: FOTOBAIRES
lori | Лори | - | RU | picture | - | slot | - | ru: Фотобанк Лори, фотобанк Лори
east2west | East2West News | - | GB | picture | - | - | - | en: East2west News
newstyle | PHL | - | UA | picture | - | slot | - | uk: Фотобанк PHL, PHL.com.ua
ukrafoto | Ukrafoto | - | UA | picture | - | - | - | uk: УкраФото
osports | Osports | - | CN | picture | - | - | - | zh: OSPORTS, Osports全体育
guangming-photo | 光明图片 | - | CN | picture | - | - | - | -
renmin-photo | 人民图片 | - | CN | picture | - | - | - | zh: 人民视觉
tuchong | 图虫 | - | CN | picture | - | - | - | zh: 图虫网
photocome | 全景视觉 | - | CN | picture | - | - | - | -
imagetoday | 이미지투데이 | - | KR | picture | - | - | - | -
clipartkorea | 클립아트코리아 | - | KR | picture | - | - | - | -
penta-press | Penta Press | - | KR | picture | - | - | - | ko: 펜타프레스
yomiuri-photo | 毎日フォトバンク | - | JP | picture | - | - | - | -
photolibrary-jp | フォトライブラリー | - | JP | picture | - | - | - | -
photo-ac | 写真AC | - | JP | picture | - | - | - | -
solaris-images | Solaris Images | - | IN | picture | - | - | - | -
focus-bangla | Focus Bangla | - | BD | picture | - | - | - | bn: ফোকাস বাংলা
activestills | Activestills | - | IL | picture | www.activestills.org | - | - | he: אקטיבסטילס; en: ActiveStills
maan-images | APA Images | - | PS | picture | apaimages.net | - | - | en: APAimages, ApaImages
`
