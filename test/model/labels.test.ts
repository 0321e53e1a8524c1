import { actorLabel, kindLabel, kindLabels, layerLabel, layers, roleOf } from 'guanxi'
import { describe, expect, test } from 'vitest'

describe('what an actor is called', () => {
  test.each([
    ['居民', 'zh', '居民'],
    ['', 'zh', 'a'],
    [{ zh: '居民', en: 'Residents' }, 'zh', '居民'],
    [{ zh: '居民', en: 'Residents' }, 'en', 'Residents'],
    [{ zh: '居民' }, 'en', '居民'],
    [{ en: 'Residents' }, 'zh', 'Residents'],
    [{ zh: '', en: 'Residents' }, 'zh', 'Residents'],
    [{ zh: '居民', en: '' }, 'en', '居民'],
    [{}, 'en', 'a'],
    [{ zh: '', en: '' }, 'zh', 'a'],
    [null, 'en', 'a'],
    [undefined, 'en', 'a'],
  ] as const)('%j in %s: %s', (label, lang, called) => expect(actorLabel('a', label, lang)).toBe(called))
})

describe('the words of the glossary', () => {
  test('kinds', () =>
    expect(Object.entries(kindLabels).map(([kind, { zh, en }]) => `${kind} ${zh} ${en}`)).toEqual([
      'street-office 街道办事处 Street office',
      'community 社区 Community',
      'social-work-agency 社工机构 Social work agency',
      'residents 居民 Residents',
      'property-company 物业公司 Property company',
      'co-building-unit 共建单位 Co-building unit',
      'volunteers 志愿者 Volunteers',
      'media 媒体 Media',
      'district-government 区政府 District government',
    ]))
  test('a kind in one language; a kind of their own by its text', () => {
    expect(kindLabel('residents', 'zh')).toBe('居民')
    expect(kindLabel('residents', 'en')).toBe('Residents')
    expect(kindLabel('choir', 'zh')).toBe('choir')
    expect(kindLabel('constructor', 'en')).toBe('constructor')
  })
  test('layers, in their order; a layer of their own by its name', () => {
    expect(layers.map(layer => layerLabel(layer, 'zh'))).toEqual(['权力', '资源', '信任'])
    expect(layers.map(layer => layerLabel(layer, 'en'))).toEqual(['power', 'resources', 'trust'])
    expect(layerLabel('meetings', 'zh')).toBe('meetings')
    expect(layerLabel('toString', 'en')).toBe('toString')
  })
})

describe('the role of a kind', () => {
  test.each([
    ['street-office', 'purchaser'],
    ['district-government', 'purchaser'],
    ['community', 'host'],
    ['social-work-agency', 'provider'],
    ['residents', 'public'],
    ['media', 'partner'],
    ['choir', 'partner'],
    ['constructor', 'partner'],
  ])('%s is a %s', (kind, role) => expect(roleOf(kind)).toBe(role))
  test('said otherwise, of a known and of a new kind', () => {
    expect(roleOf('community', { community: 'partner' })).toBe('partner')
    expect(roleOf('foundation', { foundation: 'purchaser' })).toBe('purchaser')
    expect(roleOf('residents', { foundation: 'purchaser' })).toBe('public')
  })
})
