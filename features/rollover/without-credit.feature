@rollover
Feature: Updating a meter without credit
  Many meters were updated by people who had no credit left. The update must work without credit and must not give any
  away; the load switch closes with the first purchase, not before.

  Background:
    Given a meter with key revision 1 on base date 1993
    And the meter holds 0.0 kWh
    And the two key change codes to key revision 2 on base date 2014

  Rule: The update neither needs credit nor gives any, and leaves the load switch open

    Scenario: The update on an empty meter
      When the customer keys in code 1
      And the customer keys in code 2
      Then the meter accepts it
      And the key revision is 2
      And the meter holds 0.0 kWh
      And the load switch is open

    Scenario: The first purchase after it
      Given a 40.0 kWh credit token "new" under key revision 2 on base date 2014
      When the customer keys in code 1
      And the customer keys in code 2
      And the customer keys in token "new"
      Then the meter accepts it
      And the meter holds 40.0 kWh
      And the load switch is closed
