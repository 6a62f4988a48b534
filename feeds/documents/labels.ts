/** The labels that stand over or before parts of a saved article, by language: one table, a row a meaning. */

const LABELS = {
  /** Over links to other articles. */
  related: `related|related article|related articles|related story|related stories|related coverage|related content|read more|read also|see also|also read|more on this|more on this story|more from|
    mehr zum thema|lesen sie auch|lesen sie mehr|siehe auch|auch interessant|verwandte artikel|a lire aussi|lire aussi|voir aussi|sur le meme sujet|articles lies|lea tambien|lea mas|
    vea tambien|ver tambien|tambien te puede interesar|noticias relacionadas|articulo relacionado|leggi anche|vedi anche|per approfondire|articoli correlati|articolo correlato|leia tambem|leia mais|veja tambem|
    saiba mais|lees ook|lees meer|zie ook|las ocksa|relaterat|les ogsa|laes ogsa|lue myos|czytaj takze|czytaj tez|zobacz takze|ctete take|citajte tiez|olvassa el|cititi si|procitajte i|
    ilgili haber|baca juga|читайте также|читать также|по теме|смотрите также|читайте також|прочетете още|прочитајте и|اقرا ايضا|اقرا المزيد|مواضيع ذات صلة|مطالب مرتبط|קראו גם|यह भी पढ़ें|
    関連記事|あわせて読みたい|相关阅读|相關閱讀|相关新闻|延伸阅读|관련기사|관련 기사`,
  /** Before the address of the original. */
  original: `original url|original link|original|original article|original story|original source|originally published|originally published at|originally published in|originally published on|originally appeared at|originally appeared in|originally appeared on|
    first published at|first published in|first published by|source url|source|source link|canonical url|canonical|url|link|permalink|read the original|read the original article|view original|this article was originally published by|this article was originally published at|this article was originally published in|this article was originally published on|this story was originally published by|this story was originally published in|this story first appeared in|
    original-url|originalartikel|originallink|originalbeitrag|quelle|zuerst erschienen|zuerst erschienen bei|zuerst erschienen in|ursprunglich erschienen|erstveroffentlichung|url d'origine|url originale|article original|article d'origine|lien d'origine|publie a l'origine|publie initialement|
    initialement publie sur|url original|enlace original|articulo original|nota original|fuente|publicado originalmente en|publicado originalmente|articolo originale|link originale|fonte|pubblicato originariamente su|originariamente pubblicato|originalmente publicado em|originalmente publicado|publicado originalmente por|publicado originalmente no|publicado originalmente na|originariamente pubblicato su|pubblicato in origine su|originally published by|article initialement publie sur|zuerst veroffentlicht|zuerst veroffentlicht auf|opprinnelig publisert|oprindeligt udgivet|ursprungligen publicerad|впервые опубликовано|вперше опубліковано|نشر لاول مرة في|artigo original|materia original|
    oorspronkelijk artikel|oorspronkelijke url|bron|originaladress|kalla|kilde|lahde|zrodlo|zdroj|forras|sursa|izvor|kaynak|sumber|оригинал|ссылка на оригинал|оригинал статьи|источник|адрес оригинала|джерело|оригінал|
    източник|المصدر|الرابط الاصلي|رابط المقال الاصلي|منبع|מקור|स्रोत|元記事|原文|元の記事|出典|配信元|来源|來源|原文链接|原文連結|출처|원문`,
  /** Before who wrote. */
  byline: `by|written by|words by|words|text by|reported by|story by|author|authors|reporting by|von|text|autor|autorin|autoren|ein bericht von|par|auteur|auteurs|texte|por|texto|texto de|autora|autores|di|a cura di|testo|testo di|autore|autrice|
    texto por|reportagem de|door|tekst|auteur|av|text av|af|tekst af|tekst av|kirjoittanut|teksti|autorka|napisal|autor tekstu|szerzo|irta|de|pise|yazan|oleh|автор|авторы|текст|автор текста|автори|بقلم|كتب|كتبت|الكاتب|نویسنده|
    מאת|लेखक|文|著者|筆者|記者|取材|執筆|作者|撰文|文字|글|기자`,
  /** Before who took the picture. */
  photo: `photo|photos|photo by|photos by|photo credit|photography by|photograph by|photograph|photographs by|picture|pictures|picture by|image|images|image by|image credit|credit|pic|foto|fotos|bild|bilder|foto von|bildnachweis|
    bildquelle|fotocredit|photo de|photographie|credit photo|credits photo|credit image|foto de|fotografia|fotografia de|imagen|imagem|credito|credito da foto|foto di|immagine|beeld|fotograf|fotografie|kuva|zdjecie|fot|snimka|
    foto oleh|fotograf|фото|фотография|снимка|фотографія|صورة|تصوير|عکس|צילום|फोटो|写真|撮影|图片|攝影|摄影|图|圖|사진`,
  /** Before the date. */
  published: `published|published on|publication date|posted|posted on|date|date published|veroffentlicht|veroffentlicht am|erschienen|stand|datum|publie le|publie|mis en ligne le|publicado|publicado el|publicado em|fecha|data|pubblicato|pubblicato il|
    gepubliceerd|gepubliceerd op|publicerad|publisert|udgivet|julkaistu|opublikowano|data publikacji|publikovano|megjelent|publicat|objavljeno|yayin tarihi|yayinlanma|diterbitkan|опубликовано|дата|дата публикации|опубліковано|публикувано|
    نشر|نشر في|تاريخ النشر|تاریخ انتشار|פורסם|प्रकाशित|公開|公開日|配信|掲載|发布时间|發佈時間|日期|입력`,
  updated: `updated|last updated|last updated on|last modified|modified|updated on|aktualisiert|aktualisiert am|zuletzt aktualisiert|mis a jour le|mis a jour|modifie le|actualizado|actualizado el|ultima actualizacion|aggiornato|aggiornato il|atualizado|atualizado em|
    bijgewerkt|uppdaterad|oppdatert|opdateret|paivitetty|aktualizacja|aktualizovano|frissitve|actualizat|guncelleme|diperbarui|обновлено|оновлено|آخر تحديث|עודכן|更新|更新日|最終更新|更新时间|수정`,
  tags: `tags|topics|keywords|filed under|categories|category|section|schlagworte|themen|rubrik|mots-cles|mots cles|sujets|rubrique|etiquetas|temas|categorias|argomenti|tag|temi|trefwoorden|emneord|nyckelord|tagi|stitky|etiketler|теги|метки|темы|теми|
    الوسوم|الكلمات المفتاحية|برچسب ها|תגיות|タグ|キーワード|标签|標籤|태그`,
} as const

export type Label = keyof typeof LABELS

/** Lower case, without accents and with plain white space: how labels are compared. */
export const foldLabel = (text: string): string =>
  text
    .normalize('NFKD')
    .replace(/\p{Mn}+/gu, '')
    .normalize('NFC')
    .toLowerCase()
    .replace(/ł/g, 'l')
    .replace(/ø/g, 'o')
    .replace(/æ/g, 'ae')
    .replace(/ı/g, 'i')
    .replace(/[’´`]/g, "'")
    .replace(/\s+/g, ' ')
    .trim()

const TABLE: ReadonlyMap<string, ReadonlySet<Label>> = (() => {
  const table = new Map<string, Set<Label>>()
  for (const [label, names] of Object.entries(LABELS) as [Label, string][])
    for (const name of names.split('|').map(foldLabel))
      if (name !== '') table.set(name, (table.get(name) ?? new Set()).add(label))
  return table
})()

/** Whether `text`, without a colon at its end, is a label of this meaning. */
export const isLabel = (text: string, label: Label): boolean =>
  TABLE.get(foldLabel(text).replace(/\s*[:：]$/, ''))?.has(label) ?? false

/** `Related article: Title`: the text behind a label of this meaning and a colon; undefined where there is none. */
export function afterLabel(text: string, label: Label): string | undefined {
  // Japanese and Chinese also write `文・山田` and `写真＝鈴木`.
  const match =
    /^([^:：\n]{1,70})[:：]\s*/.exec(text) ?? /^([\u3040-\u9fff]{1,4})[・＝=／/]\s*/.exec(text)
  return match && isLabel(match[1] ?? '', label) ? text.slice(match[0].length) : undefined
}

/** Labels that need no colon, the next word following: "By Jane Doe", "Publié le 3 mai". At most six words. */
export function afterWords(text: string, label: Label): string | undefined {
  const words = text.split(' ')
  for (let count = Math.min(6, words.length - 1); count > 0; count--)
    if (isLabel(words.slice(0, count).join(' '), label)) return words.slice(count).join(' ')
  return undefined
}

/** The tags of a line. */
export const splitTags = (text: string): string[] =>
  text
    .split(/[,;|·•،、，\n]|\s#/)
    .map((tag) => tag.replace(/^[\s#]+|[\s.]+$/g, ''))
    .filter(Boolean)
