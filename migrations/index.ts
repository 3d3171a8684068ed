import { CreateInstallation1764000000010 } from './1764000000010-create-installation.js';
import { CreateBrowserSessions1764000000020 } from './1764000000020-create-browser-sessions.js';
import { CreateKeptForms1764000000025 } from './1764000000025-create-kept-forms.js';
import { CreateMail1764000000030 } from './1764000000030-create-mail.js';
import { CreateStaff1764000000050 } from './1764000000050-create-staff.js';
import { CreateProgrammes1764000000100 } from './1764000000100-create-programmes.js';
import { CreateRounds1764000000200 } from './1764000000200-create-rounds.js';
import { CreateParticipants1764000000300 } from './1764000000300-create-participants.js';
import { CreateSignIn1764000000310 } from './1764000000310-create-sign-in.js';
import { CreateOwnCodes1764000000320 } from './1764000000320-create-own-codes.js';
import { CreateContactChoices1764000000330 } from './1764000000330-create-contact-choices.js';
import { CreateOwnPages1764000000340 } from './1764000000340-create-own-pages.js';
import { CreateEnrolments1764000000400 } from './1764000000400-create-enrolments.js';
import { CreateSeatOffers1764000000410 } from './1764000000410-create-seat-offers.js';
import { CreateInterest1764000000430 } from './1764000000430-create-interest.js';
import { CreateComingQuestions1764000000440 } from './1764000000440-create-coming-questions.js';
import { CreateTogether1764000000450 } from './1764000000450-create-together.js';
import { JoinRounds1764000000460 } from './1764000000460-join-rounds.js';
import { CreateChildCare1764000000470 } from './1764000000470-create-child-care.js';
import { CreatePhoneOnly1764000000480 } from './1764000000480-create-phone-only.js';
import { CreateAttendance1764000000500 } from './1764000000500-create-attendance.js';
import { CreateReminderRules1764000000550 } from './1764000000550-create-reminder-rules.js';
import { CreateLibrary1764000000600 } from './1764000000600-create-library.js';
import { CreateActionPlan1764000000700 } from './1764000000700-create-action-plan.js';
import { FindMailsByRecipient1764000000800 } from './1764000000800-find-mails-by-recipient.js';
import { CloseQueues1764000000810 } from './1764000000810-close-queues.js';
import { CallAboutProgrammes1764000000820 } from './1764000000820-call-about-programmes.js';

/** Every migration in the order in which it runs. The stamps in the names keep the same order. */
export const migrations = [
  CreateInstallation1764000000010,
  CreateBrowserSessions1764000000020,
  CreateKeptForms1764000000025,
  CreateMail1764000000030,
  CreateStaff1764000000050,
  CreateProgrammes1764000000100,
  CreateRounds1764000000200,
  CreateParticipants1764000000300,
  CreateSignIn1764000000310,
  CreateOwnCodes1764000000320,
  CreateContactChoices1764000000330,
  CreateOwnPages1764000000340,
  CreateEnrolments1764000000400,
  CreateSeatOffers1764000000410,
  CreateInterest1764000000430,
  CreateComingQuestions1764000000440,
  CreateTogether1764000000450,
  JoinRounds1764000000460,
  CreateChildCare1764000000470,
  CreatePhoneOnly1764000000480,
  CreateAttendance1764000000500,
  CreateReminderRules1764000000550,
  CreateLibrary1764000000600,
  CreateActionPlan1764000000700,
  FindMailsByRecipient1764000000800,
  CloseQueues1764000000810,
  CallAboutProgrammes1764000000820,
];
