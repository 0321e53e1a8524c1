import { existsSync, readdirSync, readFileSync } from 'node:fs'
import { defineConfig } from 'vitepress'

const { version } = JSON.parse(readFileSync(new URL('../../package.json', import.meta.url), 'utf8'))

const api = new URL('../api/', import.meta.url)
const parts = ['index', 'metrics', 'inference', 'scenarios', 'cases', 'io', 'view', 'report', 'node']

/** The functions of every subpath, from the pages that typedoc wrote. */
function apiSidebar() {
  return parts.flatMap(part => {
    const folder = new URL(`${part}/functions/`, api)
    if (!existsSync(folder)) return []
    const items = readdirSync(folder)
      .map(file => file.replace(/\.md$/, ''))
      .map(name => page(name, `/api/${part}/functions/${name}`))
    return [{ text: part === 'index' ? 'guanxi' : `guanxi/${part}`, link: `/api/${part}/`, collapsed: true, items }]
  })
}

const page = (text: string, link: string) => ({ text, link })

const handbook = [
  page('Measures', '/metrics'),
  page('Tests and intervals', '/inference'),
  page('The weekly model', '/model'),
  page('Ensembles', '/ensembles'),
  page('Networks in an app', '/apps'),
  page('Reading a report', '/reports'),
  page('Speed', '/performance'),
  page('Reliability', '/reliability'),
  page('An hour with guanxi', '/newcomer'),
  page('What the numbers were checked against', '/validation'),
  page('Decisions', '/decisions/'),
  page('References', '/references'),
]

export default defineConfig({
  title: 'guanxi',
  description: 'Relationship networks of collaborative governance: power, resources, trust.',
  cleanUrls: true,
  lastUpdated: false,
  // Sources of the example apps lie outside the site; test/docs/links.test.ts sees that they are there.
  ignoreDeadLinks: [/\/examples\//],
  themeConfig: {
    search: {
      provider: 'local',
      options: {
        locales: {
          zh: {
            translations: {
              button: { buttonText: '搜索', buttonAriaLabel: '搜索' },
              modal: {
                noResultsText: '没有结果',
                footer: { selectText: '选择', navigateText: '移动', closeText: '关闭' },
              },
            },
          },
        },
      },
    },
    outline: [2, 3],
  },
  locales: {
    root: {
      label: 'English',
      lang: 'en',
      themeConfig: {
        nav: [
          page('Guides', '/guide/first-steps'),
          page('Handbook', '/metrics'),
          page('API', '/api/'),
          { text: `v${version}`, items: [page('How to cite', '/guide/cite')] },
        ],
        sidebar: {
          '/api/': [{ text: 'API', link: '/api/', items: apiSidebar() }],
          '/': [
            {
              text: 'Guides',
              items: [
                page('First steps in ten minutes', '/guide/first-steps'),
                page('How to read each asymmetry', '/guide/asymmetry'),
                page('From interviews to a network', '/guide/interviews'),
                page('From a survey', '/guide/survey'),
                page('A plan for your hours', '/guide/plan'),
                page('Feeding an app', '/guide/app'),
                page('A snippet an adapter', '/apps'),
                page('Recipes', '/guide/recipes'),
                page('Words, 中文 / English', '/guide/glossary'),
                page('How to cite', '/guide/cite'),
              ],
            },
            { text: 'Handbook', items: handbook },
          ],
        },
      },
    },
    zh: {
      label: '中文',
      lang: 'zh-CN',
      link: '/zh/',
      description: '协同治理中的关系网络：权力、资源与信任。',
      themeConfig: {
        nav: [page('指南', '/zh/guide/first-steps'), page('手册（英文）', '/metrics'), page('API（英文）', '/api/')],
        sidebar: [
          {
            text: '指南',
            items: [
              page('十分钟上手', '/zh/guide/first-steps'),
              page('怎样读每个非对称性指标', '/zh/guide/asymmetry'),
              page('从访谈到网络', '/zh/guide/interviews'),
              page('从问卷到网络', '/zh/guide/survey'),
              page('有限工时怎么安排', '/zh/guide/plan'),
              page('把网络接入应用', '/zh/guide/app'),
              page('常用做法', '/zh/guide/recipes'),
              page('术语对照', '/zh/guide/glossary'),
              page('如何引用', '/zh/guide/cite'),
            ],
          },
          {
            text: '手册（英文）',
            items: [
              page('度量', '/metrics'),
              page('检验与区间', '/inference'),
              page('逐周模型', '/model'),
              page('情景集', '/ensembles'),
              page('在应用中使用网络', '/apps'),
              page('怎样读报告', '/reports'),
              page('速度', '/performance'),
              page('可靠性', '/reliability'),
              page('与 guanxi 的一小时', '/newcomer'),
              page('数值与哪些程序核对过', '/validation'),
              page('设计取舍', '/decisions/'),
              page('参考文献', '/references'),
            ],
          },
        ],
        outline: { label: '本页内容', level: [2, 3] },
        docFooter: { prev: '上一页', next: '下一页' },
        darkModeSwitchLabel: '外观',
        sidebarMenuLabel: '目录',
        returnToTopLabel: '回到顶部',
        langMenuLabel: '切换语言',
      },
    },
  },
})
