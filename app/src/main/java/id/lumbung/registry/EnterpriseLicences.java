package id.lumbung.registry;

import java.util.List;

/** Whoever keeps licences says which an enterprise has. */
public interface EnterpriseLicences {
    List<LicenceLine> of(EnterpriseId enterprise);
}
