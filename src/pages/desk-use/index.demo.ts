export const demo = { opened: { 'this month': ['这个月'], 'a year': ['近一年'] } }
