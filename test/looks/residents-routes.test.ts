import { readRoutes } from '../../config/routes.mts'
import { lookAtRoutes } from './look-at-routes.ts'

const routes = await readRoutes()

lookAtRoutes(routes.filter(({ desk }) => !desk))
