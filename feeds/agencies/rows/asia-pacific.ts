/** Rows of the agency table: Asia and the Pacific. The columns are told in ../table.ts. */

export const ASIA_PACIFIC = `
xinhua | Xinhua | Xinhua News Agency | CN | news | www.news.cn | - | Q204839 | en: XINHUA, Xinhuanet, Xinhua News; zh: 新华社, 新華社, 新华网, 新華網, 新华; ja: 新華社通信, 新華通信; ko: 신화통신, 신화사, 신화; ru: Синьхуа; es: Agencia Xinhua; fr: Chine nouvelle; ar: شينخوا; id: Xinhua
china-news-service | China News Service | 中国新闻社 | CN | news | www.chinanews.com.cn | - | - | en: CNS, ECNS, China News Service, =cnsphoto; zh: 中新社, 中新网, 中国新闻网, 中国新闻社; ja: 中国新聞社, CNS
vcg | VCG | Visual China Group | CN | picture | www.vcg.com | - | - | en: Visual China Group; zh: 视觉中国, 視覺中國
ic-photo | IC photo | - | CN | picture | - | - | - | zh: IC photo, 东方IC, ICphoto, 東方IC
cfp-cn | CFP | China Foto Press | CN | picture | - | slot | - | -
imaginechina | Imaginechina | - | CN | picture | www.imaginechina.com | - | - | -
cna-tw | CNA | Central News Agency | TW | news | www.cna.com.tw | slot | - | zh: 中央社, 中央通訊社, 中央通讯社; en: Central News Agency (Taiwan), Focus Taiwan
hkcna | China News Agency (HK) | 中通社 | HK | news | - | slot | - | zh: 香港中通社, 中通社
kyodo | Kyodo | Kyodo News | JP | news | english.kyodonews.net | - | - | en: KYODO, Kyodo News Service; ja: 共同通信, 共同通信社, 共同, 共同通信イメージズ, ＫＹＯＤＯ; zh: 共同社, 日本共同社; ko: 교도, 교도통신; ru: Киодо; ar: كيودو
jiji | Jiji | Jiji Press | JP | news | www.jiji.com | - | - | en: JIJI, Jiji Photo, JIJI PRESS; ja: 時事, 時事通信, 時事通信社, 時事通信フォト, 時事ドットコム; zh: 时事社, 時事社; ko: 지지통신
aflo | Aflo | - | JP | picture | www.aflo.com | - | - | ja: アフロ, AFLO, アフロスポーツ; en: AFLO, Aflo Images
pixta | PIXTA | - | JP | picture | pixta.jp | - | - | ja: ピクスタ
amanaimages | amanaimages | - | JP | picture | - | - | - | ja: アマナイメージズ
yonhap | Yonhap | Yonhap News Agency | KR | news | www.yna.co.kr | - | - | en: YONHAP, Yonhap News, Yonhap Infomax; ko: 연합뉴스, 연합, 연합뉴스TV, 연합인포맥스; zh: 韩联社, 韓聯社, 韩国联合通讯社; ja: 聯合ニュース, 連合ニュース; ru: Рёнхап, Ёнхап; es: Agencia Yonhap
newsis | Newsis | - | KR | news | www.newsis.com | - | - | ko: 뉴시스; en: NEWSIS
news1 | News1 | 뉴스1 | KR | news | www.news1.kr | - | - | ko: 뉴스 1, 뉴스1코리아
newspim | Newspim | - | KR | news | - | - | - | ko: 뉴스핌
kcna | KCNA | Korean Central News Agency | KP | news | www.kcna.kp | - | - | en: Korean Central News Agency (KCNA); ko: 조선중앙통신, 조선중앙통신사; zh: 朝中社, 朝鲜中央通讯社, 朝鮮中央通訊社; ja: 朝鮮中央通信; ru: ЦТАК; vi: KCNA
kns-kp | KNS | Korea News Service | KP | picture | - | slot | - | -
montsame | Montsame | - | MN | news | montsame.mn | - | - | mn: МОНЦАМЭ; ru: Монцамэ
pti | PTI | Press Trust of India | IN | news | www.ptinews.com | - | - | en: PTI Photo, Press Trust Of India, PTI Fact Check, PTI News; hi: पीटीआई, पीटीआइ, भाषा, पीटीआई-भाषा, पीटीआई भाषा, प्रेट्र; bn: পিটিআই; ta: பிடிஐ; te: పీటీఐ; mr: पीटीआय; ml: പിടിഐ
tnn | TNN | Times News Network | IN | news | - | case | - | -
ani | ANI | Asian News International | IN | news | www.aninews.in | case | - | en: ANI Photo, ANI Digital; hi: एएनआई, एएनआइ; bn: এএনআই; mr: एएनआय
ians | IANS | Indo-Asian News Service | IN | news | ianslive.in | - | - | en: Indo Asian News Service, IANSlive; hi: आईएएनएस, आइएएनएस; bn: আইএএনএস
uni | UNI | United News of India | IN | news | www.uniindia.com | slot | - | hi: यूनीवार्ता, यूएनआई, वार्ता; en: UNI Photo
hindusthan-samachar | Hindusthan Samachar | - | IN | news | - | - | - | hi: हिन्दुस्थान समाचार, हिंदुस्थान समाचार
knn-in | Kashmir News Observer | - | IN | news | - | - | - | en: KNO, Kashmir News Service, GNS
app-pk | APP | Associated Press of Pakistan | PK | news | www.app.com.pk | slot | - | en: Associated Press of Pakistan (APP); ur: اے پی پی
ppi-pk | PPI | Pakistan Press International | PK | news | ppinewsagency.com | slot | - | -
online-pk | Online News Agency | - | PK | news | - | - | - | -
inp-pk | INP | Independent News Pakistan | PK | news | - | slot | - | -
bss | BSS | Bangladesh Sangbad Sangstha | BD | news | www.bssnews.net | slot | - | bn: বাসস
unb | UNB | United News of Bangladesh | BD | news | unb.com.bd | slot | - | bn: ইউএনবি
rss-np | RSS | Rastriya Samachar Samiti | NP | news | - | slot | - | ne: रासस
bakhtar | Bakhtar | Bakhtar News Agency | AF | news | - | - | - | -
pajhwok | Pajhwok | Pajhwok Afghan News | AF | news | pajhwok.com | - | - | -
khaama | Khaama Press | - | AF | news | www.khaama.com | - | - | -
lankapuvath | Lankapuvath | - | LK | news | - | - | - | -
mna-mm | Myanmar News Agency | - | MM | news | - | - | - | -
bernama | Bernama | Malaysian National News Agency | MY | news | www.bernama.com | - | - | ms: BERNAMA, BERNAMA Pix, Pertubuhan Berita Nasional Malaysia; zh: 马新社, 馬新社
antara | Antara | Kantor Berita Antara | ID | news | www.antaranews.com | - | - | id: ANTARA, ANTARA FOTO, Antara Foto, ANTARA News, Antara News, LKBN Antara, LKBN ANTARA; zh: 安塔拉通讯社
vna | VNA | Vietnam News Agency | VN | news | vnanet.vn | slot | - | vi: TTXVN, Thông tấn xã Việt Nam, TTXVN phát, Ảnh TTXVN; en: Viet Nam News Agency, VNS; zh: 越通社
pna | PNA | Philippine News Agency | PH | news | www.pna.gov.ph | slot | - | en: Philippine News Agency (PNA)
akp | AKP | Agence Kampuchea Presse | KH | news | www.akp.gov.kh | slot | - | -
kpl | KPL | Khaosan Pathet Lao | LA | news | kpl.gov.la | slot | - | -
tna | TNA | Thai News Agency | TH | news | - | slot | - | th: สำนักข่าวไทย
tatoli | Tatoli | - | TL | news | tatoli.tl | - | - | -
aap | AAP | Australian Associated Press | AU | news | aapnews.aap.com.au | case | - | en: AAP Image, AAPIMAGE, AAP Images, AAP FactCheck, AAP Newswire, aap.com.au
newswire-au | NCA NewsWire | - | AU | news | - | - | - | en: NCA Newswire, NewsWire, NCA
nzme | NZME | - | NZ | wholesaler | www.nzme.co.nz | - | - | -
rnz | RNZ | Radio New Zealand | NZ | news | www.rnz.co.nz | case | - | en: RNZ Pacific
nzpa | NZPA | New Zealand Press Association | NZ | news | - | - | - | -
photosport-nz | Photosport (NZ) | - | NZ | picture | www.photosport.nz | - | - | -
open-justice | Open Justice | - | NZ | wholesaler | - | slot | - | -
pacnews | PACNEWS | - | FJ | news | - | - | - | -
osen | OSEN | - | KR | news | - | case | - | -
xports | 엑스포츠뉴스 | - | KR | news | - | - | - | -
starnews-kr | 스타뉴스 | - | KR | news | - | - | - | -
mydaily | 마이데일리 | - | KR | news | - | - | - | -
hindustan-times-photo | Hindustan Times Syndication | - | IN | wholesaler | - | - | - | en: HT Syndication
`
