import type { Contact, RecentContactsAnswer } from '../answers.gen.ts';
import { Table } from '../govuk/text.tsx';
import { listed } from '../words.ts';
import { HoldingTag } from './holdings.tsx';
import { GroundsSay } from './grounds.tsx';

export function RecentContacts({ answer }: { answer: RecentContactsAnswer['recentContacts'] }) {
  const { contacts, homes, grounds, truncated } = answer;
  return (
    <>
      <p className="govuk-body">
        {homes.length === 0
          ? 'No home of this child is recorded on that day, so only contacts about the child were looked for.'
          : `Looked for in ${listed(homes.map((home) => home.name))}.`}
      </p>
      {contacts.length === 0 ? (
        <p className="govuk-body">No contact about anybody there is recorded.</p>
      ) : (
        <Table
          caption="Contacts, newest first"
          hideCaption
          heads={['When', 'What', 'About', 'From', 'Asked and answered']}
          rows={contacts.map((contact) => ({ key: contact.id, cells: cellsOf(contact) }))}
        />
      )}
      <GroundsSay grounds={grounds} truncated={truncated} rows="contacts" />
    </>
  );
}

function cellsOf(contact: Contact) {
  return [
    contact.on.says,
    <>
      {contact.says}
      {contact.ref === null ? null : <span className="govuk-body-s kith-block">Reference: {contact.ref}</span>}
    </>,
    contact.about.length === 0 ? 'not recorded' : listed(contact.about.map((person) => person.name)),
    contact.from ?? 'not recorded',
    <>
      {contact.asked.length === 0 ? 'nobody asked' : listed(contact.asked.map((agency) => agency.name))}
      {contact.answer === null ? (
        contact.asked.length > 0 ? (
          ': no answer recorded'
        ) : (
          ''
        )
      ) : (
        <>
          : <HoldingTag answer={contact.answer} />
          {contact.answeredOn === null ? '' : ` ${contact.answeredOn.says}`}
        </>
      )}
    </>,
  ];
}
