package id.lumbung.registry;

import java.util.List;

/** Whoever gives enterprises further numbers, such as licence numbers, finds them by these. */
public interface EnterpriseFinder {
    List<EnterpriseId> find(String exactText);
}
