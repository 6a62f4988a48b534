/** What we read of an article's credits, each in the sentence that it was read from. */

import type { Article } from '../../feeds/model/article.ts'
import { paragraphs } from '../../feeds/text/html.ts'
import { byRole, EvidenceList, roleAfter } from '../pages/credits.tsx'
import { cut, excerptOf } from '../pages/excerpt.ts'
import { teachPath } from './paths.ts'

/** What we read and in which sentence; where we read nothing, the places where a credit would stand. */
export const OurReading = ({ article }: { article: Article }) =>
  article.credits.length > 0 ? (
    <>
      {byRole(article.credits).flatMap(({ role, credits }) =>
        credits.map((credit) => (
          <div class="read">
            <p>
              <strong class={`dot ${role}`}>
                <bdi>{credit.name}</bdi>
              </strong>{' '}
              {roleAfter(role)}
              {credit.kind === 'organization' && !credit.agencyId ? (
                <>
                  {' · '}
                  <a href={teachPath(credit.name)}>
                    Teach us this agency<span class="hidden">: {credit.name}</span>
                  </a>
                </>
              ) : null}
            </p>
            <EvidenceList credit={credit} />
          </div>
        )),
      )}
    </>
  ) : (
    <>
      <p class="small quiet">We found no credit. The article begins and ends so:</p>
      {edgesOf(article).map((text) => (
        <blockquote dir="auto" lang={article.language}>
          {text}
        </blockquote>
      ))}
      <p class="small">
        <a href={teachPath('')}>Is an agency named that we do not know?</a>
      </p>
    </>
  )

const SHOWN = 260

/** The first paragraph and the last two. */
function edgesOf(article: Article): string[] {
  const texts = article.body ? paragraphs(article.body.html).map(({ text }) => text) : []
  if (texts.length === 0) return [excerptOf(article, SHOWN)].filter(Boolean)
  const [first = '', ...rest] = texts
  return [first, ...rest.slice(-2)].map((text) => cut(text, SHOWN))
}
