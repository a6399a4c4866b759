package id.lumbung.registry;

import java.util.Collection;
import java.util.List;
import java.util.Map;

/** Whoever keeps licences says which an enterprise has. */
public interface EnterpriseLicences {
    /** Those of several enterprises at once, the newest first; an enterprise without one is left out. */
    Map<EnterpriseId, List<LicenceLine>> of(Collection<EnterpriseId> enterprises);
}
