/** Staff looked at her number before they came. */
export const demo = {
  before: [
    {
      op: 'account.revealResident',
      person: 'demo-staff',
      input: { residentId: 'r-demo-elder', fields: ['phone'], reason: 'visit' },
    },
  ],
}
