import { showBonuses } from './show-bonuses.js';
import { showDashboard } from './show-dashboard.js';
import { showEnrolment } from './show-enrolment.js';
import { showIntegrations } from './show-integrations.js';
import { showMember } from './show-member.js';
import { showMembers } from './show-members.js';
import { showOnlineOffice } from './show-online-office.js';
import { showOrder } from './show-order.js';
import { showOrders } from './show-orders.js';
import { showPageBuilder } from './show-page-builder.js';
import { showPageEditor } from './show-page-editor.js';
import { showPayouts } from './show-payouts.js';
import { showPeriod } from './show-period.js';
import { showPoint } from './show-point.js';
import { showPoints } from './show-points.js';
import { showReports } from './show-reports.js';
import { showRoles } from './show-roles.js';
import { showWallet } from './show-wallet.js';
import { showWallets } from './show-wallets.js';

/** Pattern and page; a page returns null for a record that is not there. */
export function listRoutes() {
  return [
    ['/dashboard', showDashboard],
    ['/members', showMembers],
    ['/members/:number', showMember],
    ['/enrolment', showEnrolment],
    ['/bonuses', showBonuses],
    ['/bonuses/:month', showPeriod],
    ['/wallets', showWallets],
    ['/wallets/:id', showWallet],
    ['/payouts', showPayouts],
    ['/orders', showOrders],
    ['/orders/:number', showOrder],
    ['/points-of-sale', showPoints],
    ['/points-of-sale/:code', showPoint],
    ['/online-office', showOnlineOffice],
    ['/page-builder', showPageBuilder],
    ['/page-builder/:id', showPageEditor],
    ['/roles', showRoles],
    ['/integrations', showIntegrations],
    ['/reports', showReports],
  ];
}
