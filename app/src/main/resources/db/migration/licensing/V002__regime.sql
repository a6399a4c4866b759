-- Licence regimes: dated data with its legal source. A version is written once; a change is the next version.
create table licensing.regime_version (
    code            text not null constraint regime_version_code check (code ~ '^[A-Z0-9][A-Z0-9/-]{1,30}$'),
    number          int not null constraint regime_version_number check (number > 0),
    name_id         text not null,
    name_en         text not null,
    kind            text not null constraint regime_version_kind check (kind in ('ISSUED', 'RECORDED')),
    valid_from      date not null,
    valid_to        date,
    source          text not null,
    deadline_days   int not null,
    deadline_effect text not null
        constraint regime_version_deadline_effect check (deadline_effect in ('NOTHING', 'ESCALATE', 'DEEMED_APPROVAL')),
    escalate_to     text,
    licence_title   text not null,
    number_template text not null,
    document_class  text not null,
    number_type     text not null,
    validity_years  int,
    signatory_title text not null,
    on_behalf       text,
    -- No charge may be asked for these licences; the column exists so that nobody adds another.
    fee_rupiah      bigint not null default 0 constraint regime_version_costs_nothing check (fee_rupiah = 0),
    written_at      timestamptz not null,
    written_by      uuid,
    constraint regime_version_pk primary key (code, number),
    constraint regime_version_dates check (valid_to is null or valid_to >= valid_from)
);

create table licensing.regime_basis (
    code     text not null,
    number   int not null,
    position int not null,
    line     text not null,
    constraint regime_basis_pk primary key (code, number, position),
    constraint regime_basis_version foreign key (code, number) references licensing.regime_version
);

create table licensing.regime_state (
    code         text not null,
    number       int not null,
    position     int not null,
    state        text not null,
    name_id      text not null,
    name_en      text not null,
    ended        boolean not null,
    applicant_id text not null,
    applicant_en text not null,
    constraint regime_state_pk primary key (code, number, state),
    constraint regime_state_version foreign key (code, number) references licensing.regime_version
);

create table licensing.regime_transition (
    code          text not null,
    number        int not null,
    position      int not null,
    action        text not null,
    name_id       text not null,
    name_en       text not null,
    from_state    text not null,
    to_state      text not null,
    roles         text[] not null,
    second_person boolean not null,
    clock         text not null
        constraint regime_transition_clock check (clock in ('NONE', 'START', 'PAUSE', 'RESUME', 'STOP')),
    asks          text[] not null,
    effect        text not null
        constraint regime_transition_effect check (effect in ('NONE', 'ISSUE', 'REFUSE', 'WITHDRAW')),
    constraint regime_transition_pk primary key (code, number, from_state, action),
    constraint regime_transition_from foreign key (code, number, from_state) references licensing.regime_state,
    constraint regime_transition_to foreign key (code, number, to_state) references licensing.regime_state
);

create table licensing.regime_attachment (
    code       text not null,
    number     int not null,
    position   int not null,
    attachment text not null,
    name_id    text not null,
    name_en    text not null,
    hint_id    text not null,
    hint_en    text not null,
    required   boolean not null,
    image_only boolean not null,
    constraint regime_attachment_pk primary key (code, number, attachment),
    constraint regime_attachment_version foreign key (code, number) references licensing.regime_version
);

create table licensing.regime_ground (
    code     text not null,
    number   int not null,
    position int not null,
    purpose  text not null constraint regime_ground_purpose check (purpose in ('REFUSAL', 'REVOCATION')),
    ground   text not null,
    name_id  text not null,
    name_en  text not null,
    warnings int not null,
    constraint regime_ground_pk primary key (code, number, purpose, ground),
    constraint regime_ground_version foreign key (code, number) references licensing.regime_version
);

grant select, insert on licensing.regime_version, licensing.regime_basis, licensing.regime_state,
    licensing.regime_transition, licensing.regime_attachment, licensing.regime_ground to lumbung_app;
