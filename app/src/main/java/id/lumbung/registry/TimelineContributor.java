package id.lumbung.registry;

import java.util.List;

/** Whoever knows of events of an enterprise tells them for its timeline. */
public interface TimelineContributor {
    List<TimelineEntry> entriesOf(EnterpriseId enterprise);
}
