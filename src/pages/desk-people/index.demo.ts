export const demo = {
  params: { residentId: 'r-demo-elder' },
  opened: {
    'a reason is asked': ['看电话和出生日期'],
    'being changed': ['修改'],
    'who acts for her': ['谁替这位居民办事'],
    leaving: ['搬走、去世或分户'],
    'with another record': ['和另一份登记合并'],
    'before a new code': ['做这一户的户码'],
    // The last: the former code ends.
    'the code of the home': ['做这一户的户码', '做新户码'],
  },
}
