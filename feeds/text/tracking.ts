/** The parameters that only follow readers about, and their removal; the list is kept here, sorted, one meaning a group. */

const words = (text: string): ReadonlySet<string> => new Set(text.trim().split(/\s+/))

/** Parameters by their beginning: only what a tool has taken for itself. */
const PREFIXES = ['utm_', 'utm-', 'mtm_', 'matomo_', 'piwik_', 'hsa_', 'wt.mc', 'wt.z', '__hs']

/** Parameters by name, by the tool that adds them. What could mean something to the site that answers is not here. */
const NAMES = words(`
  fbclid fb_action_ids fb_action_types fb_comment_id fb_ref fb_source action_object_map action_ref_map action_type_map
  fref mibextid igsh igshid twclid ref_src ref_url __twitter_impression li_fat_id trkinfo trkcampaign ttclid epik

  gclid gclsrc gbraid wbraid dclid gad_source gad_campaignid _ga _gl gs_l ga_source ga_medium ga_term ga_content
  ga_campaign ga_place msclkid cvid ocid yclid ysclid _openstat

  pk_campaign pk_kwd pk_keyword pk_source pk_medium pk_content pk_cid at_medium at_campaign at_campaign_type at_custom1
  at_custom2 at_custom3 at_custom4 at_bbc_team at_creation at_emailtype at_format at_general at_link_id at_link_origin
  at_link_type at_ptr_name at_recipient_id at_recipient_list at_send_date at_variant xtor ns_mchannel ns_source
  ns_campaign ns_linkname ns_fee wt_mc wt_zmc wtmc s_cid s_kwcid ef_id sc_cid sc_campaign sc_channel sc_content
  sc_medium sc_src cx_testid cx_testvariant cx_artpos cx_tag cx_navsource itm_source itm_medium itm_campaign itm_content
  itm_term itm_channel itm_audience irclickid rb_clickid tblci dicbo zanpid

  mc_cid mc_eid _hsenc _hsmi hsctatracking mkt_tok vero_id vero_conv oly_enc_id oly_anon_id ss_source ss_campaign_id
  ss_campaign_name ss_campaign_sent_date ss_email_id _ke ml_subscriber ml_subscriber_hash sfmc_id sfmc_sub bxid cndid
  esrc emci emdi nr_email_referer wickedid vgo_ee __s _branch_match_id _branch_referrer hootpostid sr_share dlvrit

  cmpid cmp icid intcmp ncid ftag ftcamp ito smid smtyp srnd sref tpcc traffic_source tsrc soc_src soc_trk guccounter
  guce_referrer guce_referrer_sig feedname feedtype mbid ampshare`)

/** Parameters that count only where their value says that the link was taken out of a feed or a newsletter. */
const NAMES_BY_VALUE = words(`
  bcmt campaign campaignid cid cm_mmc emc feature from medium mod origin partner ref referer referrer reflink rss share
  source src utm via xg_source`)
const FEED_VALUE =
  /^(?:rss|atom|rdf)$|^(?:rss|feed)(?:[-_]?(?:feed|feeds|rss|atom|xml|news|all|top|home|main|link|reader|item|\d)){0,3}$|^(?:feedburner|feedly|feedproxy|google_?news|newsletter|rssandroid|rss_mobile)$|^rss[-_:.][\w.-]{0,40}$/

/** Whether a query parameter only tells where its reader came from. Name and value as they stand in the URL. */
export function isTracking(name: string, value: string): boolean {
  // Feeds that escape their links twice say `&amp;utm_source=`.
  const key = decoded(name)
    .toLowerCase()
    .replace(/^(?:amp;)+/, '')
  if (NAMES.has(key) || PREFIXES.some((prefix) => key.startsWith(prefix))) return true
  return NAMES_BY_VALUE.has(key) && FEED_VALUE.test(decoded(value).toLowerCase())
}

function decoded(text: string): string {
  try {
    return decodeURIComponent(text)
  } catch {
    return text
  }
}

/** The URL without tracking parameters; whatever else it holds stays as it is, in its order and its writing. */
export function withoutTracking(url: string): string {
  const hash = url.indexOf('#')
  const address = hash < 0 ? url : url.slice(0, hash)
  const fragment = hash < 0 ? '' : url.slice(hash + 1)
  const query = address.indexOf('?')
  const kept = query < 0 ? address : joined(address.slice(0, query), address.slice(query + 1))
  return isTrackingFragment(fragment) ? kept : kept + url.slice(address.length)
}

function joined(path: string, query: string): string {
  const all = query.split('&')
  const kept = all.filter((pair) => !isTrackingPair(pair))
  if (kept.length === all.length) return `${path}?${query}`
  return kept.length === 0 ? path : `${path}?${kept.join('&')}`
}

function isTrackingPair(pair: string): boolean {
  const equals = pair.indexOf('=')
  return equals < 0
    ? isTracking(pair, '')
    : isTracking(pair.slice(0, equals), pair.slice(equals + 1))
}

/** `#utm_source=rss`, `#xtor=RSS-1`, `#ref=rss`, and text fragments (`#:~:text=`), which only mark a passage. */
function isTrackingFragment(fragment: string): boolean {
  if (fragment.startsWith(':~:text=')) return true
  return fragment.includes('=') && fragment.split('&').every(isTrackingPair)
}
