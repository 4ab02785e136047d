Feature: update, altered

  Background:
    Given a meter with key revision 1 on base date 1993
    And the meter holds 10.0 kWh
    And the two key change codes to key revision 2 on base date 2014

  @pi
  Scenario: Altered 1
    When the customer keys in code 1
    And the mains fails
    And the mains returns
    And the customer keys in code 2
    Then the meter asks for the other code
    And the display shows "Enter code 1"
    And the key revision is 1
    And the meter holds 20.0 kWh

  @pi
  Scenario: Altered 2
    When the customer keys in code 1
    And the mains fails
    And the mains returns
    And the customer keys in code 2
    Then the meter accepts it
    And the display shows "Enter code 1"
    And the key revision is 1
    And the meter holds 10.0 kWh

  @pi
  Scenario: Altered 3
    When the customer keys in code 1
    And the mains fails
    And the mains returns
    And the customer keys in code 2
    Then the meter accepts it
    And the key revision is 2
    And the meter holds 10.0 kWh

  Scenario: Altered 4
    Given a 25.6 kWh credit token
    When the customer keys in code 1
    And the mains fails
    And the mains returns
    And the customer keys in the token
    And the customer keys in the token
    Then the meter accepts it
    And the key revision is 1
    And the meter holds 35.6 kWh
