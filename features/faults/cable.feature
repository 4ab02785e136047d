@keypad @faults
Feature: A cable that is pulled or disturbed
  Where keypad and display hang on a serial cable, the cable is what breaks first. What does not arrive must not count,
  and what arrives damaged must not count as something else.

  Background:
    Given the meter holds 10.0 kWh
    And a 25.6 kWh credit token

  Rule: What does not arrive does not count

    Scenario: A token typed while the cable is pulled
      When the cable is pulled
      And all keys of the token are tried
      Then the meter holds 10.0 kWh

    Scenario: The same token when the cable is back
      When the cable is pulled
      And all keys of the token are tried
      And the cable is mended
      And the customer keys in the token
      Then the meter accepts it
      And the meter holds 35.6 kWh

    Scenario: Two ends at different rates
      When the two ends of the cable run at different rates
      And all keys of the token are tried
      And the cable is mended
      And the customer keys in the token
      Then the meter accepts it
      And the meter holds 35.6 kWh

  Rule: What arrives damaged is not taken for something else

    Scenario: Noise on the cable costs nothing
      When noise damages 3 bytes on the cable
      And all keys of the token are tried
      And the mains fails
      And the mains returns
      Then the meter holds 10.0 kWh
      When the customer keys in the token
      Then the meter accepts it
      And the meter holds 35.6 kWh
