/** An article as somebody pushes it, with something of everything. */

export const FERRY = {
  id: 'urn:example:ferry-1',
  url: 'https://harbour.example/2025/ferry?utm_source=feed',
  title: 'Ferry runs again & <again>',
  body_html:
    '<p>HARBOUR - The ferry left the quay at ten.</p><p>Nobody was hurt.</p><p>Reporting by Anna Berger; Editing by Boris Keller</p><script>alert(1)</script>',
  published: '2025-05-16',
  language: 'en',
  byline: 'By Clara Vogel',
  credits: [{ name: 'Reuters', role: 'wire' }],
  publication: { name: 'The Harbour Post', url: 'https://harbour.example/' },
  rights: { notice: '© 2025 The Harbour Post' },
  photos: [
    { url: 'https://harbour.example/ferry.jpg', caption: 'The ferry', credit: 'Photo: Eva Novak' },
  ],
  tags: ['harbour', 'ships'],
}
