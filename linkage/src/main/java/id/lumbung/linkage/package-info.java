/**
 * Record linkage: finds which records of one or many lists are the same business, and which are of the same owner, without labels, with
 * calibrated probabilities and an explanation for every pair. No framework, no database; the application uses it like anybody else.
 */
package id.lumbung.linkage;
