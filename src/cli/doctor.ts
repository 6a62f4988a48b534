/** `creditline doctor`: checks a deployment and says what to mend. */

import { existsSync } from 'node:fs'
import { access, constants, statfs } from 'node:fs/promises'
import { dirname, resolve } from 'node:path'
import { openStore } from '../../db/node-store.ts'
import type { Config } from '../config.ts'
import { openNodeDoor } from '../ingest/node-door.ts'
import { type CommonOptions, command, print, printJson, run } from './command.ts'
import { configOf } from './open.ts'
import { paint } from './terminal.ts'

interface Finding {
  readonly check: string
  readonly state: 'ok' | 'warning' | 'error'
  readonly text: string
}

export const doctor = command('doctor', 'Check this deployment and say what to mend', [
  'creditline doctor',
  'creditline doctor --db /var/lib/creditline/news.db --json',
])
  .addHelpText(
    'after',
    '\nChecks settings, database, disk, clock and whether the public address answers. Exit code 1 when something is broken.',
  )
  .action(
    run(async (options: CommonOptions) => {
      const config = configOf(options)
      const checks = [checkSettings, checkStore, checkDisk, checkClock, checkAddress]
      const findings: Finding[] = []
      for (const check of checks) findings.push(...(await check(config)))
      if (options.json) printJson(findings)
      else print(findingsInWords(findings))
      return findings.some(({ state }) => state === 'error') ? 1 : 0
    }),
  )

const STYLES = { ok: 'green', warning: 'yellow', error: 'red' } as const

/** A line each, whole: what to mend stands at its end. */
function findingsInWords(findings: readonly Finding[]): string {
  const count = (state: Finding['state']) => findings.filter((one) => one.state === state).length
  const lines = findings.map(
    ({ check, state, text }) =>
      `${paint(STYLES[state], state.padEnd(8))}${check.padEnd(10)}${text}`,
  )
  const sum = `${count('ok')} in order, ${count('warning')} to look at, ${count('error')} broken`
  return [...lines, sum].join('\n')
}

const ok = (check: string, text: string): Finding => ({ check, state: 'ok', text })
const warning = (check: string, text: string): Finding => ({ check, state: 'warning', text })
const broken = (check: string, text: string): Finding => ({ check, state: 'error', text })

function checkSettings({ baseUrl, baseUrlIsSet, userAgent, allowHosts }: Config): Finding[] {
  return [
    baseUrlIsSet
      ? ok('settings', `feeds name ${baseUrl} as their address`)
      : warning(
          'settings',
          `CREDITLINE_BASE_URL is not set: feeds name ${baseUrl}, which only this machine can open`,
        ),
    userAgent.includes('+')
      ? ok('settings', `publishers see ${userAgent}`)
      : warning(
          'settings',
          `publishers see ${userAgent}: set CREDITLINE_CONTACT, or some will block us`,
        ),
    ...(allowHosts.length > 0
      ? [warning('settings', `private addresses may be fetched: ${allowHosts.join(', ')}`)]
      : []),
  ]
}

async function checkStore({ db }: Config): Promise<Finding[]> {
  if (!existsSync(db))
    return [warning('store', `${db} is not there yet; the first command makes it`)]
  try {
    const { store, sql, close } = await openStore(db)
    try {
      const [row] = await sql.all<{ quick_check: string }>('PRAGMA quick_check(1)')
      const { articles, upstreams, failingUpstreams } = await store.findStats()
      return [
        row?.quick_check === 'ok'
          ? ok('store', `${db}: ${articles} articles, ${upstreams} upstreams`)
          : broken('store', `${db} is damaged (${row?.quick_check}); restore it from a backup`),
        ...(failingUpstreams > 0
          ? [warning('upstreams', `${failingUpstreams} fail; "creditline upstream list" says why`)]
          : []),
      ]
    } finally {
      close()
    }
  } catch (error) {
    return [broken('store', error instanceof Error ? error.message : String(error))]
  }
}

const ENOUGH_BYTES = 500 * 2 ** 20

async function checkDisk({ db }: Config): Promise<Finding[]> {
  const folder = existingParent(dirname(resolve(db)))
  try {
    await access(folder, constants.W_OK)
  } catch {
    return [broken('disk', `${folder} cannot be written; give the service's user the right to`)]
  }
  const { bavail, bsize } = await statfs(folder)
  const free = bavail * bsize
  const text = `${Math.round(free / 2 ** 20)} MiB free in ${folder}`
  return [
    free > ENOUGH_BYTES
      ? ok('disk', text)
      : warning('disk', `${text}; make room before writes fail`),
  ]
}

const existingParent = (folder: string): string =>
  existsSync(folder) || folder === dirname(folder) ? folder : existingParent(dirname(folder))

/** When this version was made: a clock before it is wrong. */
const MADE = Date.UTC(2026, 0, 1)

function checkClock(): Finding[] {
  const now = new Date()
  return [
    now.getTime() > MADE
      ? ok('clock', now.toISOString())
      : broken(
          'clock',
          `it says ${now.toISOString()}; set it, or polls and feeds will carry wrong times`,
        ),
  ]
}

async function checkAddress(config: Config): Promise<Finding[]> {
  const url = `${config.baseUrl}/healthz`
  const { host } = new URL(url)
  const { fetchDocument, close } = openNodeDoor(
    { ...config, allowHosts: [...config.allowHosts, host] },
    { deadlineMs: 5000 },
  )
  try {
    const { status } = await fetchDocument(url)
    return [
      status === 200
        ? ok('address', `${config.baseUrl} answers`)
        : warning('address', `${url} answered ${status}; is it this service that listens there?`),
    ]
  } catch (error) {
    const why = error instanceof Error ? error.message : String(error)
    return [
      warning(
        'address',
        `${config.baseUrl} does not answer (${why}); start it with "creditline serve"`,
      ),
    ]
  } finally {
    await close()
  }
}
