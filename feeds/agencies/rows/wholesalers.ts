/** Rows of the agency table: those who distribute other people's articles or statements. */

export const WHOLESALERS = `
pr-newswire | PR Newswire | - | US | wholesaler | www.prnewswire.com | - | - | en: PRNewswire, PRNewsWire, PRNewswire-Asia, PR Newswire Asia; zh: 美通社; ja: PRニュースワイヤー
business-wire | Business Wire | - | US | wholesaler | www.businesswire.com | - | - | en: BUSINESS WIRE, BUSINESSWIRE, Businesswire; zh: 美国商业资讯; ja: ビジネスワイヤ
globenewswire | GlobeNewswire | - | US | wholesaler | www.globenewswire.com | - | - | en: GLOBE NEWSWIRE, Globe Newswire, Marketwired, GlobeNewsWire
accesswire | ACCESSWIRE | - | US | wholesaler | www.accesswire.com | - | - | en: ACCESS Newswire, Accesswire
newsfile | Newsfile | Newsfile Corp. | CA | wholesaler | www.newsfilecorp.com | - | - | en: Newsfile Corp
cnw | CNW | CNW Group | CA | wholesaler | www.newswire.ca | slot | - | fr: Groupe CNW
ein-presswire | EIN Presswire | - | US | wholesaler | www.einpresswire.com | - | - | en: EINPresswire.com, EIN News
news-aktuell | news aktuell | - | DE | wholesaler | www.newsaktuell.de | - | - | de: =ots, =Presseportal, presseportal.de, na presseportal, OTS, news aktuell GmbH
pressetext | pressetext | - | AT | wholesaler | www.pressetext.com | - | - | de: pte, pressetext.redaktion
dgap | EQS News | - | DE | wholesaler | www.eqs-news.com | - | - | de: DGAP, EQS-News, EQS Group, DGAP-News
cision | Cision | - | SE | wholesaler | www.cision.com | - | - | -
mynewsdesk | Mynewsdesk | - | SE | wholesaler | www.mynewsdesk.com | - | - | -
apo-group | APO Group | - | CH | wholesaler | www.apo-opa.com | - | - | fr: APO, African Media Agency; en: African Media Agency, AMA
the-conversation | The Conversation | - | AU | wholesaler | theconversation.com | slot | - | -
project-syndicate | Project Syndicate | - | CZ | wholesaler | www.project-syndicate.org | - | - | -
kff | KFF Health News | - | US | wholesaler | kffhealthnews.org | - | - | en: =Kaiser Health News, =KHN
newsusa | StatePoint | - | US | wholesaler | - | - | - | -
creators | Creators Syndicate | - | US | wholesaler | - | - | - | en: Creators.com
stacker | Stacker | - | US | wholesaler | stacker.com | - | - | -
content-exchange | The Center Square | - | US | wholesaler | www.thecentersquare.com | - | - | en: Center Square
newswise | Newswise | - | US | wholesaler | www.newswise.com | - | - | -
eurekalert | EurekAlert! | - | US | wholesaler | www.eurekalert.org | - | - | en: EurekAlert
syndication-bureau | Syndication Bureau | - | AE | wholesaler | - | - | - | -
worldcrunch | Worldcrunch | - | FR | wholesaler | worldcrunch.com | - | - | -
syndigate | SyndiGate | - | JO | wholesaler | - | - | - | en: SyndiGate.info, SyndiGate Media, Albawaba
allafrica | allAfrica | - | US | wholesaler | allafrica.com | - | - | en: AllAfrica, allAfrica.com
teleschau | teleschau | - | DE | wholesaler | - | - | - | de: Teleschau
spot-on-news | spot on news | - | DE | wholesaler | - | - | - | de: SpotOn, spot-on-news, spot on, SpotOnNews, spoton
cover-media-de | CoverMedia | - | CH | wholesaler | - | - | - | de: COVER MEDIA, Cover Media, covermedia
glomex | glomex | - | DE | wholesaler | - | - | - | -
via-ritzau | Via Ritzau | - | DK | wholesaler | via.ritzau.dk | - | - | -
xinhua-silk-road | Xinhua Silk Road | - | CN | wholesaler | - | - | - | -
media-outreach | Media OutReach Newswire | - | HK | wholesaler | www.media-outreach.com | - | - | en: Media OutReach
acn-newswire | ACN Newswire | - | HK | wholesaler | www.acnnewswire.com | - | - | -
kyodo-pr | Kyodo JBN | - | JP | wholesaler | - | - | - | ja: 共同通信PRワイヤー
pr-times | PR TIMES | - | JP | wholesaler | prtimes.jp | - | - | ja: PRTIMES
newscast | Newswire (KR) | 뉴스와이어 | KR | wholesaler | www.newswire.co.kr | - | - | -
news-direct | News Direct | - | US | wholesaler | - | - | - | -
`
