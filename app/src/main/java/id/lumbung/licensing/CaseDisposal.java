package id.lumbung.licensing;

import java.time.Instant;
import java.util.List;
import java.util.UUID;

/** Takes away what an application no longer needs. When it is due, and whether it may be, says who calls. */
public interface CaseDisposal {
    /** What went. */
    record Gone(int items, List<String> documents) {
        public Gone {
            documents = List.copyOf(documents);
        }
    }

    /**
     * The papers of an application, replaced ones too: from now on nobody opens them, and the documents are named by
     * nothing. Their kinds, sizes and dates stay.
     */
    Gone papers(UUID application, Instant at);

    /** What was typed into a draft that was never handed in, and its papers. The number of its receipt stays. */
    Gone draft(UUID application, Instant at);
}
