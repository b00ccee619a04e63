import type { SvgIconComponent } from '@mui/icons-material';
import ArchiveOutlined from '@mui/icons-material/ArchiveOutlined';
import AssignmentTurnedInOutlined from '@mui/icons-material/AssignmentTurnedInOutlined';
import BlockOutlined from '@mui/icons-material/BlockOutlined';
import DirectionsWalkOutlined from '@mui/icons-material/DirectionsWalkOutlined';
import EditOutlined from '@mui/icons-material/EditOutlined';
import EventBusyOutlined from '@mui/icons-material/EventBusyOutlined';
import EventRepeatOutlined from '@mui/icons-material/EventRepeatOutlined';
import FactCheckOutlined from '@mui/icons-material/FactCheckOutlined';
import HandshakeOutlined from '@mui/icons-material/HandshakeOutlined';
import Inventory2Outlined from '@mui/icons-material/Inventory2Outlined';
import KeyboardReturnOutlined from '@mui/icons-material/KeyboardReturnOutlined';
import LogoutOutlined from '@mui/icons-material/LogoutOutlined';
import MoveToInboxOutlined from '@mui/icons-material/MoveToInboxOutlined';
import NoteAddOutlined from '@mui/icons-material/NoteAddOutlined';
import PaymentsOutlined from '@mui/icons-material/PaymentsOutlined';
import PlaylistAddCheckOutlined from '@mui/icons-material/PlaylistAddCheckOutlined';
import PlaylistAddOutlined from '@mui/icons-material/PlaylistAddOutlined';
import PolicyOutlined from '@mui/icons-material/PolicyOutlined';
import PrintOutlined from '@mui/icons-material/PrintOutlined';
import StopCircleOutlined from '@mui/icons-material/StopCircleOutlined';
import SwapHorizOutlined from '@mui/icons-material/SwapHorizOutlined';
import TagOutlined from '@mui/icons-material/TagOutlined';
import TaskAltOutlined from '@mui/icons-material/TaskAltOutlined';
import UndoOutlined from '@mui/icons-material/UndoOutlined';
import type { Act } from '../../../shared/domain/case-flow.ts';
import type { TimelineEntry } from '../../../shared/views.ts';

/** One picture for an act and for what it became. */
export const actIcons: Record<Act, SvgIconComponent> = {
  accept: NoteAddOutlined,
  completeSupplement: PlaylistAddCheckOutlined,
  confirmPayment: PaymentsOutlined,
  handover: SwapHorizOutlined,
  takeBack: MoveToInboxOutlined,
  resolve: TaskAltOutlined,
  return: AssignmentTurnedInOutlined,
  askSupplement: PlaylistAddOutlined,
  extend: EventRepeatOutlined,
  openVerification: PolicyOutlined,
  agreeExtra: HandshakeOutlined,
  requestPayment: PaymentsOutlined,
  setAside: ArchiveOutlined,
  reject: BlockOutlined,
  withdraw: LogoutOutlined,
  stop: StopCircleOutlined,
  shelve: Inventory2Outlined,
  giveBackOriginals: KeyboardReturnOutlined,
  visit: DirectionsWalkOutlined,
  undo: UndoOutlined,
};

export const eventIcons: Record<TimelineEntry['kind'], SvgIconComponent> = {
  received: NoteAddOutlined,
  registered: FactCheckOutlined,
  accepted: actIcons.accept,
  rejected: actIcons.reject,
  handedOver: actIcons.handover,
  takenBack: actIcons.takeBack,
  supplementRequested: actIcons.askSupplement,
  supplemented: actIcons.completeSupplement,
  paymentRequested: actIcons.requestPayment,
  paymentConfirmed: actIcons.confirmPayment,
  extended: actIcons.extend,
  verificationOpened: actIcons.openVerification,
  extraAgreed: actIcons.agreeExtra,
  stopped: actIcons.stop,
  withdrawn: actIcons.withdraw,
  resolved: actIcons.resolve,
  returned: actIcons.return,
  setAside: actIcons.setAside,
  shelved: actIcons.shelve,
  originalsReturned: actIcons.giveBackOriginals,
  visited: actIcons.visit,
  corrected: EditOutlined,
  appointmentMoved: EventBusyOutlined,
  codeAttached: TagOutlined,
  undone: actIcons.undo,
  money: PaymentsOutlined,
  printed: PrintOutlined,
  reprinted: PrintOutlined,
};
