package id.lumbung.platform.document;

/** Whoever keeps names of documents in its tables says whether one is still named. */
public interface DocumentUses {
    boolean uses(String document);
}
