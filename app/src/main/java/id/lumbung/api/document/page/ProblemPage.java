package id.lumbung.api.document.page;

/** What a problem of the API means, and what to do. */
public record ProblemPage(String code, int status, String title, String detail, String help) {}
