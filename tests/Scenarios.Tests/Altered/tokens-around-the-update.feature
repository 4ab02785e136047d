Feature: tokens around the update, altered

  Background:
    Given a meter with key revision 1 on base date 1993
    And the meter holds 12.5 kWh
    And the two key change codes to key revision 2 on base date 2014

  Scenario: Altered 1
    Given a 40.0 kWh credit token "new" under key revision 2 on base date 2014
    When the customer keys in code 1
    And the customer keys in code 2
    And the customer keys in token "new"
    Then the meter refuses it
    And the meter holds 52.5 kWh

  Scenario: Altered 2
    Given a 40.0 kWh credit token "new" under key revision 2 on base date 2014
    When the customer keys in code 1
    And the customer keys in code 2
    And the customer keys in token "new"
    And the customer keys in token "new"
    Then the meter accepts it
    And the meter holds 52.5 kWh

  Scenario: Altered 3
    Given a 40.0 kWh credit token "new" under key revision 2 on base date 2014
    When the customer keys in code 1
    And the customer keys in code 2
    And the customer keys in token "new"
    And the customer keys in token "new"
    Then the meter accepts it
    And the meter holds 52.5 kWh

  Scenario: Altered 4
    Given a 40.0 kWh credit token "new" under key revision 2 on base date 2014
    When the customer keys in token "new"
    Then the meter refuses it
    And the meter holds 12.5 kWh
    When the customer keys in code 1
    And the customer keys in code 2
    And the customer keys in token "new"
    And the customer keys in token "new"
    Then the meter accepts it
    And the meter holds 52.5 kWh

  Scenario: Altered 5
    Given a 40.0 kWh credit token "first" under key revision 2 on base date 2014
    And a 2.5 kWh credit token "second" under key revision 2 on base date 2014
    When the customer keys in code 1
    And the customer keys in code 2
    And the customer keys in token "second"
    And the customer keys in token "first"
    And the customer keys in token "first"
    Then the meter accepts it
    And the meter holds 55.0 kWh

  Scenario: Altered 6
    Given a 25.6 kWh credit token "forgotten"
    When the customer keys in code 1
    And the customer keys in code 3
    And the customer keys in token "forgotten"
    Then the meter refuses it
    And the display shows "Reject"
    And the meter holds 12.5 kWh
