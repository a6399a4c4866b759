package id.lumbung.linkage.engine;

/** One thing that a record says about itself and blocking rules are made of; 0 when it does not say it. */
public record Fact(String name, Rule.Key key) {}
