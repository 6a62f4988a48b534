/** Names of months, folded (see foldWord): what date lines of saved articles are read with. */

/** One line a month; the languages of Europe, then Turkish, Indonesian, Arabic (two sets), Persian, Hebrew, Hindi. */
const NAMES = `
january jan januar janner janvier janv enero ene gennaio gen janeiro januari tammikuuta stycznia styczen ledna leden januara ianuarie sijecnja sijecanj januarja ocak января январь янв січня студзеня януари јануар јануара ιανουαριου gener urtarrila jaanuar janvaris sausio يناير كانون_الثاني ژانویه ינואר जनवरी
february feb februar feber fevrier fevr febrero febbraio fevereiro fev februari helmikuuta lutego luty unora unor februara februarie veljace veljaca subat февраля февраль фев лютого лютага февруари фебруар фебруара φεβρουαριου febrer otsaila veebruar februaris vasario فبراير شباط فوریه פברואר फरवरी
march mar marcius marz maerz mars marzo marco maart marts maaliskuuta marca marzec brezna brezen marec martie ozujka ozujak mart marta марта март мар березня сакавіка март μαρτιου martxoa marts kovo maret مارس آذار מרץ मार्च
april apr aprilis avril avr abril abr aprile huhtikuuta kwietnia kwiecien dubna duben aprila aprilie travnja travanj nisan апреля апрель апр квітня красавіка април απριλιου apirila aprill aprilis balandzio أبريل نيسان ابريل آوریل אפריל अप्रैल
may mai majus mayo maggio mag maio mei maj toukokuuta maja kvetna kveten svibnja svibanj mayis мая май травня травень мај маја μαιου maig maiatza maijs geguzes مايو أيار می מאי मई
june jun junius juni juin junio giugno giu junho kesakuuta czerwca czerwiec cervna cerven juna iunie lipnja lipanj haziran июня июнь июн червня чэрвеня юни јун јуна ιουνιου juny ekaina juuni junijs birzelio يونيو حزيران ژوئن יוני जून
july jul julius juli juillet juil julio luglio lug julho heinakuuta lipca lipiec cervence cervenec jula iulie srpnja srpanj temmuz июля июль июл липня ліпеня юли јул јула ιουλιου juliol uztaila juuli julijs liepos يوليو تموز ژوئیه יולי जुलाई
august aug augusztus august aout agosto ago augustus augusti elokuuta sierpnia sierpien srpna srpen augusta kolovoza kolovoz agustos августа август авг серпня жніўня αυγουστου agost abuztua augusts rugpjucio agustus أغسطس آب اوت אוגוסט अगस्त
september sep szeptember sept septembre septiembre set settembre setembro syyskuuta wrzesnia wrzesien zari septembra septembrie rujna rujan eylul сентября сентябрь сен вересня верасня септември септембар септембра σεπτεμβριου setembre iraila septembris rugsejo سبتمبر أيلول سپتامبر ספטמבר सितंबर
october oct oktober okt octobre octubre ottobre ott outubro out lokakuuta pazdziernika pazdziernik rijna rijen oktobra octombrie listopad_hr ekim октября октябрь окт жовтня кастрычніка октомври октобар октобра οκτωβριου urria oktoobris oktobris spalio أكتوبر تشرين_الأول اکتبر אוקטובר अक्टूबर
november nov novembre noviembre novembro marraskuuta listopada listopad novembra noiembrie studenoga studenog studeni kasim ноября ноябрь ноя листопада лістапада ноември новембар новембра νοεμβριου azaroa novembris lapkricio نوفمبر تشرين_الثاني نوامبر נובמבר नवंबर
december dec dezember dez decembre diciembre dic dicembre dezembro joulukuuta grudnia grudzien prosince prosinec decembra decembrie prosinca prosinac aralik декабря декабрь дек грудня снежня декември децембар децембра δεκεμβριου desembre abenduaren detsember decembris gruodzio desember ديسمبر كانون_الأول دسامبر דצמבר दिसंबर`

/** Lower case, without accents and final points. */
export const foldWord = (word: string): string =>
  word
    .normalize('NFKD')
    .replace(/\p{Mn}+/gu, '')
    .toLowerCase()
    .replace(/ł/g, 'l')
    .replace(/ı/g, 'i')

const MONTHS: ReadonlyMap<string, number> = new Map(
  NAMES.trim()
    .split('\n')
    .flatMap((line, index) =>
      line.split(' ').map((name): [string, number] => [foldWord(name), index + 1]),
    ),
)

/** 1 to 12; undefined where the word is no month. Croatian `listopad` is October, in all others November. */
export function monthOf(word: string, language: string | undefined): number | undefined {
  // Hebrew writes "in May" as one word.
  const name = foldWord(word).replace(/^ב(?=\p{L}{3})/u, '')
  if (/^listopada?$/.test(name) && language?.toLowerCase().startsWith('hr')) return 10
  return MONTHS.get(name)
}
