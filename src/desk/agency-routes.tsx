/** /admin/agencies: teaching agencies that the table does not know. */

import { type Context, Hono } from 'hono'
import type { Deps } from '../deps.ts'
import { AgenciesPage } from './agencies.tsx'
import { type Form, problemOf, readForm } from './form.ts'
import { agencyIn, teachAgency } from './teach.ts'

export function agencyRoutes(deps: Deps): Hono {
  const { store } = deps
  const routes = new Hono()
  routes.get('/', (c) =>
    show(c, deps, new Map([['name', (c.req.query('name') ?? '').slice(0, 200)]])),
  )
  routes.post('/', async (c) => {
    const form = await readForm(c)
    try {
      const reread = await teachAgency(agencyIn(form, await store.listAgencies()), deps)
      return c.redirect(`/admin/agencies?done=taught&reread=${reread}`, 303)
    } catch (error) {
      return show(c, deps, form, problemOf(error))
    }
  })
  routes.post('/:id/forget', async (c) => {
    await store.removeAgency(c.req.param('id'))
    return c.redirect('/admin/agencies?done=forgotten', 303)
  })
  return routes
}

async function show(c: Context, { store, config }: Deps, form: Form, problem?: string) {
  const agencies = await store.listAgencies()
  return c.html(<AgenciesPage {...{ c, config, agencies, form, problem }} />, problem ? 422 : 200)
}
