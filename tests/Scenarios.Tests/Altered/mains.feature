Feature: mains, altered

  Background:
    Given a meter with key revision 1 on base date 1993
    And the meter holds 10.0 kWh

  @pi
  Scenario: Altered 1
    Given a 25.6 kWh credit token
    When the customer keys in the token
    And the mains fails
    And the mains returns
    And the customer keys in the token
    Then the meter accepts it
    And the meter holds 35.6 kWh

  @pi
  Scenario: Altered 2
    Given a 25.6 kWh credit token
    When the customer keys in the token
    And the mains fails
    And the mains returns
    Then the meter refuses it as used
    And the meter holds 35.6 kWh

  Scenario: Altered 3
    Given the two key change codes to key revision 2 on base date 2014
    When the customer keys in code 1
    And the customer keys in code 3
    And the mains fails
    And the mains returns
    Then the key revision is 2
    And the meter holds 10.0 kWh

  Scenario: Altered 4
    When the load draws 1000 W for 2 hours
    And the mains fails
    And the mains returns
    Then the meter holds 9.0 kWh

  Scenario: Altered 5
    Given the token for test 3
    When the load draws 1500 W for 1 hour
    And the mains fails
    And the mains returns
    And the customer keys in the token
    Then the display shows "11.5 kWh"

  Scenario: Altered 6
    Given the token for test 3
    When the load draws 1500 W for 1 hour
    And the mains returns
    And the mains returns
    And the customer keys in the token
    Then the display shows "1.5 kWh"
