package id.lumbung.platform.key;

import java.util.List;

/** What a module keeps sealed; one component in each module that keeps something. */
public interface SealedTables {
    List<SealedTable> tables();

    /** Hashes of codes that nobody keeps, which cannot be made anew with another key: the old one stays as long as they do. */
    default List<OneWay> oneWay() {
        return List.of();
    }

    /**
     * @param what the hashes, for people
     * @param count SQL that counts those made before {@code :since} that may still be asked for
     */
    record OneWay(String what, String count) {}
}
