/** Pictures with their captions and their own credits. */

import type { Article, ArticleMedia, CleanArticle } from '../../feeds/model/article.ts'
import type { Credit } from '../../feeds/model/credit.ts'
import { escapeHtml } from '../../feeds/text/html.ts'
import { CreditsLine } from './credits.tsx'

type Picture = ArticleMedia & { readonly url: string }

const isPicture = (media: ArticleMedia): media is Picture =>
  media.url?.startsWith('https:') === true &&
  (media.medium === 'image' ||
    media.type?.startsWith('image/') === true ||
    (!media.medium && !media.type))

/** The article's first picture that a browser can show here. */
export const leadPhoto = ({ media }: Pick<Article, 'media'>): Picture | undefined =>
  media.find(isPicture)

/** The lead picture, unless the body shows it already; and captions and credits of pictures whose address is not known. */
export const Photos = ({ article }: { article: CleanArticle }) => {
  const lead = leadPhoto(article)
  const isShown = (url: string) =>
    article.body?.html.includes(escapeHtml(url)) || article.body?.html.includes(url)
  return (
    <>
      {lead && !isShown(lead.url) ? <Photo media={lead} credits={article.credits} /> : null}
      {article.media.filter(isUnseen).map((media) => (
        <p class="notice small">
          Photo not available here: <span dir="auto">{media.caption}</span>{' '}
          {media.creditText ? <strong dir="auto">{media.creditText}</strong> : null}
        </p>
      ))}
    </>
  )
}

const isUnseen = ({ url, caption, creditText }: ArticleMedia): boolean =>
  !url && Boolean(caption || creditText)

const Photo = ({ media, credits }: { media: Picture; credits: readonly Credit[] }) => {
  const own = credits.filter(({ target }) => target === media.url)
  return (
    <figure class="picture">
      <img
        src={media.url}
        alt={media.title ?? ''}
        {...(media.width && media.height ? { width: media.width, height: media.height } : {})}
      />
      <figcaption>
        {media.caption ? <span dir="auto">{media.caption} </span> : null}
        {media.creditText ? (
          <span class="credit" dir="auto">
            {media.creditText}
          </span>
        ) : own.length > 0 ? (
          <CreditsLine credits={own} />
        ) : null}
        {media.copyright ? <span dir="auto"> {media.copyright}</span> : null}
      </figcaption>
    </figure>
  )
}
