/** Record linkage: which records of which lists are the same business, the same owner. */
@org.jspecify.annotations.NullMarked
module id.lumbung.linkage {
    requires static org.jspecify;

    exports id.lumbung.linkage;
}
