/** The labels of our credit paragraph by language: written in the article's, recognised in all. */

export const FIELDS = [
  'source',
  'author',
  'wire',
  'contributed',
  'photo',
  'illustration',
  'translation',
  'editing',
  'original',
] as const
/** What a label introduces, in the order in which they stand. */
export type Field = (typeof FIELDS)[number]

export type Labels = Readonly<Record<Field, string>>

// One row a language, in the order of FIELDS. A label means the same field in every language that has it.
const TABLE: Readonly<Record<string, string>> = {
  en: 'Source|By|Agency|With reporting by|Photo|Illustration|Translation|Editing|Original',
  de: 'Quelle|Von|Agentur|Mit Material von|Foto|Illustration|Übersetzung|Redaktion|Original',
  fr: 'Source|Par|Agence|Avec la contribution de|Photo|Illustration|Traduction|Édition|Original',
  es: 'Fuente|Por|Agencia|Con información de|Foto|Ilustración|Traducción|Edición|Original',
  pt: 'Fonte|Por|Agência|Com informações de|Foto|Ilustração|Tradução|Edição|Original',
  it: 'Fonte|Di|Agenzia|Con il contributo di|Foto|Illustrazione|Traduzione|Redazione|Originale',
  ca: 'Font|Per|Agència|Amb informació de|Foto|Il·lustració|Traducció|Edició|Original',
  nl: 'Bron|Door|Persbureau|Met medewerking van|Foto|Illustratie|Vertaling|Redactie|Origineel',
  sv: 'Källa|Av|Nyhetsbyrå|Med bidrag från|Foto|Illustration|Översättning|Redigering|Original',
  da: 'Kilde|Af|Nyhedsbureau|Med bidrag fra|Foto|Illustration|Oversættelse|Redigering|Original',
  no: 'Kilde|Av|Nyhetsbyrå|Med bidrag fra|Foto|Illustrasjon|Oversettelse|Redigering|Original',
  fi: 'Lähde|Kirjoittaja|Uutistoimisto|Mukana|Kuva|Kuvitus|Käännös|Toimitus|Alkuperäinen',
  et: 'Allikas|Autor|Uudisteagentuur|Kaastöö|Foto|Illustratsioon|Tõlge|Toimetus|Originaal',
  lv: 'Avots|Autors|Aģentūra|Ar līdzdalību|Foto|Ilustrācija|Tulkojums|Rediģēšana|Oriģināls',
  lt: 'Šaltinis|Autorius|Agentūra|Bendradarbiaujant su|Nuotrauka|Iliustracija|Vertimas|Redagavimas|Originalas',
  pl: 'Źródło|Autor|Agencja|Przy współpracy|Zdjęcie|Ilustracja|Tłumaczenie|Redakcja|Oryginał',
  cs: 'Zdroj|Autor|Agentura|S přispěním|Foto|Ilustrace|Překlad|Redakce|Originál',
  sk: 'Zdroj|Autor|Agentúra|S prispením|Foto|Ilustrácia|Preklad|Redakcia|Originál',
  sl: 'Vir|Avtor|Agencija|S prispevkom|Foto|Ilustracija|Prevod|Urejanje|Izvirnik',
  hr: 'Izvor|Autor|Agencija|Uz doprinos|Foto|Ilustracija|Prijevod|Uređivanje|Izvornik',
  sr: 'Извор|Аутор|Агенција|Уз допринос|Фото|Илустрација|Превод|Уређивање|Изворник',
  hu: 'Forrás|Szerző|Hírügynökség|Közreműködött|Fotó|Illusztráció|Fordítás|Szerkesztés|Eredeti',
  ro: 'Sursa|De|Agenție|Cu contribuția|Foto|Ilustrație|Traducere|Editare|Original',
  bg: 'Източник|Автор|Агенция|Със съдействието на|Снимка|Илюстрация|Превод|Редакция|Оригинал',
  ru: 'Источник|Автор|Агентство|При участии|Фото|Иллюстрация|Перевод|Редактура|Оригинал',
  uk: 'Джерело|Автор|Агентство|За участю|Фото|Ілюстрація|Переклад|Редагування|Оригінал',
  el: 'Πηγή|Συντάκτης|Πρακτορείο|Με τη συμβολή|Φωτογραφία|Εικονογράφηση|Μετάφραση|Επιμέλεια|Πρωτότυπο',
  tr: 'Kaynak|Yazan|Ajans|Katkıda bulunanlar|Fotoğraf|İllüstrasyon|Çeviri|Editör|Orijinal',
  ar: 'المصدر|بقلم|الوكالة|بمساهمة|الصورة|الرسم|الترجمة|التحرير|الأصل',
  he: 'מקור|מאת|סוכנות|בהשתתפות|צילום|איור|תרגום|עריכה|הכתבה המקורית',
  fa: 'منبع|نویسنده|خبرگزاری|با همکاری|عکس|تصویرگری|ترجمه|ویرایش|نسخه اصلی',
  hi: 'स्रोत|लेखक|एजेंसी|सहयोग|फ़ोटो|चित्रण|अनुवाद|संपादन|मूल लेख',
  ja: '出典|執筆|通信社|取材協力|写真|イラスト|翻訳|編集|元記事',
  zh: '来源|作者|通讯社|协助报道|图片|插图|翻译|编辑|原文',
  'zh-hant': '來源|作者|通訊社|協助報導|圖片|插圖|翻譯|編輯|原文',
  ko: '출처|글|통신사|취재 협조|사진|일러스트|번역|편집|원문',
  id: 'Sumber|Oleh|Kantor berita|Dengan laporan dari|Foto|Ilustrasi|Terjemahan|Penyuntingan|Artikel asli',
  vi: 'Nguồn|Tác giả|Hãng tin|Với đóng góp của|Ảnh|Minh họa|Bản dịch|Biên tập|Bài gốc',
}

const LABELS = new Map<string, Labels>(
  Object.entries(TABLE).map(([language, row]) => {
    const words = row.split('|')
    return [
      language,
      Object.fromEntries(FIELDS.map((field, i) => [field, words[i] ?? ''])) as Labels,
    ]
  }),
)

export const LANGUAGES: readonly string[] = [...LABELS.keys()]

/** Other subtags of a language in the table. */
const SAME: Readonly<Record<string, string>> = {
  nb: 'no',
  nn: 'no',
  'zh-tw': 'zh-hant',
  'zh-hk': 'zh-hant',
  'zh-mo': 'zh-hant',
  iw: 'he',
  in: 'id',
}

/** The labels of a language by its BCP 47 tag; English for one that the table lacks, and for none. */
export function labelsOf(language: string | undefined): Labels {
  const [primary = 'en', second = ''] = (language ?? 'en').toLowerCase().split('-')
  const regional = `${primary}-${second}`
  const labels = LABELS.get(SAME[regional] ?? regional) ?? LABELS.get(SAME[primary] ?? primary)
  return labels ?? (LABELS.get('en') as Labels)
}

/** What a label means, and the languages that have it. */
export interface LabelMeaning {
  readonly field: Field
  readonly languages: ReadonlySet<string>
}

const MEANINGS = new Map<string, { field: Field; languages: Set<string> }>()
for (const [language, labels] of LABELS) {
  for (const field of FIELDS) {
    const known = MEANINGS.get(labels[field])
    if (known) known.languages.add(language)
    else MEANINGS.set(labels[field], { field, languages: new Set([language]) })
  }
}

// By their last letter, longest first.
const BY_ENDING = new Map<string, string[]>()
for (const label of [...MEANINGS.keys()].sort((a, b) => b.length - a.length)) {
  const ending = label.slice(-1)
  BY_ENDING.set(ending, [...(BY_ENDING.get(ending) ?? []), label])
}

/** The label that ends at `end` of `text`, spelt as we write it, the longest there is; with where it starts. */
export function labelBefore(
  text: string,
  end: number,
): (LabelMeaning & { readonly start: number }) | undefined {
  for (const label of BY_ENDING.get(text.charAt(end - 1)) ?? []) {
    const start = end - label.length
    const meaning = text.endsWith(label, end) ? MEANINGS.get(label) : undefined
    if (meaning && (start === 0 || !/[\p{L}\p{N}]/u.test(text.charAt(start - 1))))
      return { ...meaning, start }
  }
  return undefined
}
