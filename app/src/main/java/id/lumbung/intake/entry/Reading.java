package id.lumbung.intake.entry;

import id.lumbung.intake.column.Mapping;
import id.lumbung.intake.read.Content;
import java.time.LocalDate;

/**
 * How a list is to be read.
 *
 * @param headingLine the rows of the list stand below this line
 * @param region for what region it is brought in; what lies outside stays out
 */
public record Reading(
        Content content,
        int sheet,
        long headingLine,
        Mapping mapping,
        String region,
        String regency,
        LocalDate today) {}
