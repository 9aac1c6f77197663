-- A child's data without the guardian's paper or own tick cannot be stored, whatever a form lets through.
ALTER TABLE "school_placement"
  ADD CONSTRAINT "school_placement_consent_paper" CHECK (consent_mode = 'ONLINE' OR consent_attachment_id IS NOT NULL),
  ADD CONSTRAINT "school_placement_reduced" CHECK (reduced_at IS NULL OR (child_name_cipher IS NULL AND child_id_cipher IS NULL
    AND child_id_index IS NULL AND birth_cipher IS NULL AND sex_cipher IS NULL AND record_no_cipher IS NULL AND wishes_cipher IS NULL
    AND other_name_cipher IS NULL AND other_id_cipher IS NULL AND other_phone_cipher IS NULL)),
  ADD CONSTRAINT "school_placement_intake" CHECK (intake_year BETWEEN 2000 AND 2100),
  ADD CONSTRAINT "school_placement_outcome" CHECK ((outcome = 'UNRESOLVED') = (unresolved_reason IS NOT NULL) OR outcome IS NULL),
  -- The other parent is a second worker, or somebody of whom name and number are sealed, or nobody.
  ADD CONSTRAINT "school_placement_other_worker" CHECK ((coalesce(other_parent::text, '') = 'WORKER') = (other_parent_id IS NOT NULL)
    AND other_parent_id IS DISTINCT FROM parent_id),
  ADD CONSTRAINT "school_placement_other_outside" CHECK (CASE WHEN other_parent = 'OUTSIDE' AND reduced_at IS NULL
    THEN other_name_cipher IS NOT NULL AND other_id_cipher IS NOT NULL
    ELSE other_name_cipher IS NULL AND other_id_cipher IS NULL AND other_phone_cipher IS NULL END);
ALTER TABLE "school_reminder"
  ADD CONSTRAINT "school_reminder_told" CHECK (told_by_id IS NULL OR known_at IS NOT NULL);
ALTER TABLE "school_letter"
  ADD CONSTRAINT "school_letter_decided" CHECK (state NOT IN ('APPROVED', 'SENT') OR decided_by_id IS NOT NULL),
  ADD CONSTRAINT "school_letter_two_people" CHECK (state NOT IN ('APPROVED', 'SENT') OR decided_by_id <> drafted_by_id);
